import { Component, type ReactNode } from 'react'

type MonacoBoundaryProps = { readonly onBreak: () => void; readonly children: ReactNode }

/** Monaco that breaks takes itself away and nothing else: the text area comes back with the text. */
export class MonacoBoundary extends Component<MonacoBoundaryProps, { readonly isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError(): { readonly isBroken: boolean } {
    return { isBroken: true }
  }

  override componentDidCatch(): void {
    this.props.onBreak()
  }

  override render(): ReactNode {
    return this.state.isBroken ? null : this.props.children
  }
}
