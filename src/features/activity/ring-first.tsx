import { Button } from '../../components/controls/button'
import { Text } from '../../components/elements/elements'
import { dialPhone } from '../../platform/navigate/dial-phone'
import { callHere } from '../../text/activity/activity'
import { askHotline } from '../../text/vocabulary'
import { LIFT_UNVERIFIED, numberToRing } from '../../text/activity/change'
import { useSubdistrict } from '../page/use-home'

/**
 * After 改室内 nobody has looked at the way in: what to do about it, with the number to tap, of the activity or else of the subdistrict.
 * @param servicePhone of the activity; missing in what an older version stored
 */
export function RingFirst({ servicePhone }: { readonly servicePhone: string | null | undefined }) {
  const number = numberToRing(servicePhone, useSubdistrict())
  return (
    <>
      <Text>{LIFT_UNVERIFIED}</Text>
      <Button icon="phone" onTap={() => dialPhone(number)}>
        {number === servicePhone ? callHere(number) : askHotline(number)}
      </Button>
    </>
  )
}
