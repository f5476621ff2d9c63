/** One case of a suite that no product of ours wrote, as its file holds it. */
export type NeutralCase = { readonly id: string; readonly kind: string; readonly [member: string]: unknown }

export type CaseResult = { readonly passed: boolean; readonly expected: unknown; readonly actual: unknown }
