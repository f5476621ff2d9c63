const mouths = ['M16 34 q8 -10 16 0', 'M16 33 q8 -5 16 0', 'M16 32 h16', 'M16 30 q8 5 16 0', 'M15 28 h18 q-2 9 -9 9 t-9 -9 z']

/** One of the five faces of the check, from lost to ready; the words beside it say the same. */
export function Face({ level }: { readonly level: number }) {
  return (
    <svg
      viewBox="0 0 48 48"
      width="44"
      height="44"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.4"
      strokeLinecap="round"
    >
      <circle cx="24" cy="24" r="20" />
      <path d="M17 19 v3 M31 19 v3" strokeWidth="3.2" />
      <path d={mouths[level] ?? 'M16 32 h16'} strokeLinejoin="round" fill={level === 4 ? 'currentColor' : 'none'} />
      {level === 0 && <path d="M14 26 q-3 5 0 6 q3 -1 0 -6z" fill="currentColor" strokeWidth="1" />}
    </svg>
  )
}
