import type { ScreenState } from '../../components/screen/screen-state'
import { DemoStaff } from '../door/choose/demo-staff'
import { WaysOn } from '../page/ways-on'

/** Below a page of staff: who is no staff, or has no network, is not left standing. */
export function WhenTroubled({ state: { kind } }: { readonly state: ScreenState<unknown> }) {
  if (kind !== 'troubled') return null
  return (
    <>
      <DemoStaff />
      <WaysOn />
    </>
  )
}
