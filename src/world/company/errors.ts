/** An exception as Python would raise it; lines of the traceback from the outermost in. */
export type PythonError = {
  readonly type: string
  readonly message: string
  readonly frames: readonly { readonly file: string; readonly line: number; readonly name: string; readonly code: string }[]
}

/** v42 forgot that a discount code is text. */
export const priceTotalError: PythonError = {
  type: 'TypeError',
  message: "unsupported operand type(s) for -: 'int' and 'str'",
  frames: [
    { file: '/var/task/orders.py', line: 58, name: 'handler', code: 'total = price_total(basket, discount)' },
    { file: '/var/task/orders.py', line: 31, name: 'price_total', code: 'return total - discount' },
  ],
}

/** A message that is no JSON; `column` tells where. */
export const unreadableMessage = (column: number): PythonError => ({
  type: 'JSONDecodeError',
  message: `Expecting ',' delimiter: line 1 column ${column} (char ${column - 1})`,
  frames: [
    { file: '/var/task/fulfil.py', line: 44, name: 'handler', code: 'order = json.loads(record["body"])' },
    { file: '/var/lang/lib/python3.13/json/__init__.py', line: 346, name: 'loads', code: 'return _default_decoder.decode(s)' },
    {
      file: '/var/lang/lib/python3.13/json/decoder.py',
      line: 345,
      name: 'decode',
      code: 'obj, end = self.raw_decode(s, idx=_w(s, 0).end())',
    },
  ],
})

export const warehouseRefused: PythonError = {
  type: 'OperationalError',
  message: 'connection to server at "10.0.3.15", port 5439 failed: too many connections',
  frames: [
    { file: '/var/task/report.py', line: 27, name: 'handler', code: 'with warehouse.connect() as connection:' },
    { file: '/var/task/warehouse.py', line: 12, name: 'connect', code: 'return psycopg2.connect(**settings)' },
  ],
}

export const basketGone: PythonError = {
  type: 'KeyError',
  message: "'basket'",
  frames: [
    { file: '/srv/shop/app.py', line: 112, name: 'dispatch', code: 'return view(request)' },
    { file: '/srv/shop/checkout.py', line: 64, name: 'pay', code: "basket = session['basket']" },
  ],
}

export const templateError: PythonError = {
  type: 'jinja2.exceptions.UndefinedError',
  message: "'None' has no attribute 'opening_hours'",
  frames: [
    { file: '/srv/shop/app.py', line: 112, name: 'dispatch', code: 'return view(request)' },
    { file: '/srv/shop/branches.py', line: 21, name: 'show', code: 'return render("branch.html", branch=branch)' },
  ],
}
