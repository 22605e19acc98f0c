import { Button } from '../../components/controls/button'
import { routes } from '../../platform/navigate/routes'
import { call } from '../../platform/phone/phone'
import { FIND_OFFICE } from '../../text/home'
import { askHotline, HOTLINE } from '../../text/office/offices'
import { useHome } from '../home/use-home'

/** Two ways on that always work: an office, and somebody to ask. */
export function WaysOn() {
  const subdistrict = useHome().data?.subdistrict
  const number = subdistrict?.phone ?? subdistrict?.hotline ?? HOTLINE
  return (
    <>
      <Button look="primary" icon="store" to={routes.offices}>
        {FIND_OFFICE}
      </Button>
      <Button icon="phone" onTap={() => call(number)}>
        {askHotline(number)}
      </Button>
    </>
  )
}
