type Page<T> = { readonly items: readonly T[]; readonly next: string | undefined }

/** What lies on every page, from the first on or from the one that a token opens. */
export async function allPages<T>(read: (token: string | undefined) => Promise<Page<T>>, from?: string): Promise<readonly T[]> {
  const all: T[] = []
  for (let token = from; ;) {
    const { items, next } = await read(token)
    all.push(...items)
    if (next === undefined) return all
    token = next
  }
}
