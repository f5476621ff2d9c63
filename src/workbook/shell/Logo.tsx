/** A lamp on a quiet pulse. */
export function Logo() {
  return (
    <svg viewBox="0 0 32 32" width={26} height={26} aria-hidden>
      <rect width="32" height="32" rx="7" fill="var(--night)" />
      <path
        d="M5 17h5l3-8 5 14 3-7h3"
        fill="none"
        stroke="var(--on-night)"
        strokeWidth="2.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="26" cy="16" r="2.6" fill="var(--lamp)" />
    </svg>
  )
}
