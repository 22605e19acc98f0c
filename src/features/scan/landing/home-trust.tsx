import { TrustLine } from '../../../components/sheets/trust-line'
import { trustLine } from '../../../text/office/office'
import { useHome } from '../../home/use-home'

/** The trust line where the code brought none. */
export function HomeTrust() {
  const subdistrict = useHome().data?.subdistrict
  if (subdistrict === undefined) return null
  return <TrustLine text={trustLine(subdistrict.name, subdistrict.phone, subdistrict.hotline)} />
}
