import { Component, type ReactNode } from 'react'

interface ErrorBoundaryProps {
  readonly fallback: (again: () => void) => ReactNode
  readonly onCaught: (error: unknown) => void
  readonly children: ReactNode
}

/** Catches a bug while drawing, so that one broken page leaves the others standing. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override componentDidCatch(error: unknown) {
    this.props.onCaught(error)
  }

  override render() {
    return this.state.broken
      ? this.props.fallback(() => this.setState({ broken: false }))
      : this.props.children
  }
}
