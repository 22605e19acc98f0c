import { Component } from 'react'
import { Wall, type Showing } from './wall'

interface State {
  readonly broken: boolean
}

/**
 * Whatever is wrong with what is to be shown beside it, the code stays on the wall; the next answer of the
 * server gets another chance.
 */
export class GuardedWall extends Component<Showing, State> {
  override state: State = { broken: false }

  static getDerivedStateFromError(): State {
    return { broken: true }
  }

  override componentDidUpdate(before: Showing): void {
    if (this.state.broken && before.page !== this.props.page) this.setState({ broken: false })
  }

  override render() {
    return <Wall {...this.props} page={this.state.broken ? null : this.props.page} />
  }
}
