/** How tightly an infix operator binds; `right` lets the next one of its kind go first. */
export type Binding = { readonly power: number; readonly right?: true }

/** What a language gives the climber: an operand reader, the operator that stands here, and what becomes of the two. */
export type Operators<Node, Operator> = {
  readonly operand: () => Node
  readonly peek: () => { readonly operator: Operator; readonly binding: Binding } | undefined
  /** Steps over the operator and reads on from its right side; `climb` reads an operand that binds tighter. */
  readonly combine: (left: Node, operator: Operator, climb: () => Node) => Node
}

/** Precedence climbing: reads operands and the operators between them that bind at least as tightly as `least`. */
export function climb<Node, Operator>(operators: Operators<Node, Operator>, least = 0): Node {
  let left = operators.operand()
  for (let found = operators.peek(); found !== undefined && found.binding.power >= least; found = operators.peek()) {
    const { operator, binding } = found
    const next = binding.right ? binding.power : binding.power + 1
    left = operators.combine(left, operator, () => climb(operators, next))
  }
  return left
}
