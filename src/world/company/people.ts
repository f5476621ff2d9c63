/** Customers, made up; every address is in a domain kept for examples. */
export const customers: readonly string[] = [
  'aisha.khan@example.com',
  'ben.ackroyd@example.org',
  'carys.jones@example.net',
  'dev.patel@example.com',
  'ellen.oconnor@example.org',
  'femi.adeyemi@example.com',
  'grace.liu@example.net',
  'harriet.moorhouse@example.com',
  'ivan.petrov@example.org',
  'josé.alvarez@example.com',
]

/** Staff who log in to the site. */
export const staff: readonly string[] = ['priya', 'tom', 'zofia', 'marcus']

/** Card numbers that payment providers publish for tests: they pass every check and belong to nobody. */
export const testCards: readonly string[] = ['4111 1111 1111 1111', '4242 4242 4242 4242', '5555 5555 5555 4444', '4000 0566 5566 5556']
