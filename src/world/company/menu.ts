/** What the cafes sell, in pence. */
export const menu: readonly { readonly item: string; readonly pence: number }[] = [
  { item: 'flat white', pence: 340 },
  { item: 'latte', pence: 360 },
  { item: 'filter coffee', pence: 280 },
  { item: 'yorkshire tea', pence: 240 },
  { item: 'hot chocolate', pence: 375 },
  { item: 'parkin', pence: 295 },
  { item: 'curd tart', pence: 325 },
  { item: 'cheese scone', pence: 310 },
  { item: 'bacon roll', pence: 485 },
]

/** The codes 18% of the orders carry. */
export const discountCodes: readonly string[] = ['STUDENT15', 'BRIGHTFRIDAY', 'LOYAL10']

/** Pages of the shop's site, by how often they are asked for. */
export const pages: readonly { readonly path: string; readonly weight: number; readonly bytes: number }[] = [
  { path: '/', weight: 22, bytes: 8421 },
  { path: '/menu', weight: 26, bytes: 12_904 },
  { path: '/menu/flat-white', weight: 9, bytes: 6120 },
  { path: '/menu/curd-tart', weight: 5, bytes: 5988 },
  { path: '/basket', weight: 12, bytes: 3304 },
  { path: '/branches', weight: 8, bytes: 9377 },
  { path: '/static/site.css', weight: 10, bytes: 18_220 },
  { path: '/health', weight: 8, bytes: 15 },
]

/** What visitors ask for that is not there; 500 is one of the branch pages' ids on purpose: a number in a path is no status. */
export const missingPages: readonly string[] = ['/wp-login.php', '/favicon.png', '/menu/pumpkin-latte', '/branches/500', '/.env']
