import { Button } from '../../components/controls/button'
import { routes } from '../../platform/navigate/routes'
import { dialPhone } from '../../platform/navigate/dial-phone'
import { FIND_OFFICE } from '../../text/home'
import { askHotline } from '../../text/vocabulary'
import { useSubdistrict } from './use-home'

/** Two ways on that always work: an office, and somebody to ask. */
export function WaysOn() {
  const { phone, hotline } = useSubdistrict()
  const number = phone ?? hotline
  return (
    <>
      <Button icon="store" to={routes.offices}>
        {FIND_OFFICE}
      </Button>
      <Button icon="phone" onTap={() => dialPhone(number)}>
        {askHotline(number)}
      </Button>
    </>
  )
}
