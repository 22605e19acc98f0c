import type { ReactNode } from 'react'
import type { StaffRole } from '../../../core/domain/staff/post'
import { queries } from '../../api/queries'
import { Empty, Screen } from '../../components/screen/screen'
import type { ScreenState } from '../../components/screen/screen-state'
import { useDisplay } from '../display/display-provider'
import { screenStateOf } from '../page/screen-state-of'
import { usePageQuery } from '../page/use-page-query'
import { WaysOn } from '../page/ways-on'
import { DemoStaff } from './demo-staff'

interface StaffOnlyProps {
  /** Who of the staff works in here. */
  readonly roles: readonly StaffRole[]
  /** Said to everybody else: whose page it is, and whom to ask. */
  readonly others: { readonly title: string; readonly advice: string }
  readonly children: (role: StaffRole) => ReactNode
}

/** A page of staff alone: whoever has no business here reads whose it is, and nothing of it is asked for. */
export function StaffOnly({ roles, others, children }: StaffOnlyProps) {
  const state = screenStateOf(usePageQuery(queries.me()))
  const { theme } = useDisplay()
  return (
    <>
      <Screen state={state} theme={theme}>
        {({ staffRole }) =>
          staffRole !== null && roles.includes(staffRole) ? (
            children(staffRole)
          ) : (
            <Empty {...others} theme={theme}>
              <DemoStaff />
              <WaysOn />
            </Empty>
          )
        }
      </Screen>
      {state.kind === 'troubled' ? <WaysOn /> : null}
    </>
  )
}

/** Below a page of staff: who is no staff, or has no network, is not left standing. */
export function StaffWaysOn({ state: { kind } }: { readonly state: ScreenState<unknown> }) {
  if (kind !== 'troubled') return null
  return (
    <>
      <DemoStaff />
      <WaysOn />
    </>
  )
}
