import { AgreeButton, Button, ButtonRow } from '../../components/controls/button'
import { Card } from '../../components/sheets/card'
import { View } from '../../components/elements/elements'
import { Note } from '../../components/sheets/note'
import { TrustLine } from '../../components/sheets/trust-line'
import { openPrivacyRules } from '../../platform/location/privacy'
import { chooseCompoundRoute } from '../../platform/navigate/routes'
import {
  CHANGE_COMPOUND,
  CHOOSE_COMPOUND,
  LOCATING,
  PRIVACY_AGREE,
  PRIVACY_DECLINE,
  PRIVACY_RULES,
  PRIVACY_TITLE,
  PRIVACY_WHY,
  USE_POSITION,
} from '../../text/home'
import { LOCATION_REFUSED, LOCATION_UNAVAILABLE } from '../../text/office/office'
import { useOrigin } from './origin-provider'

/** Two equal ways to say where one is: by the phone, or by the compound. Refusing the first leads to the second. */
export function OriginAsk({ trust }: { readonly trust: string }) {
  const { origin, locating, locateMe } = useOrigin()
  if (locating === 'privacy') return <PrivacyAsk trust={trust} />
  return (
    <>
      {locating === 'denied' ? <Note icon="map-pin">{LOCATION_REFUSED}</Note> : null}
      {locating === 'unavailable' ? <Note icon="map-pin">{LOCATION_UNAVAILABLE}</Note> : null}
      <ButtonRow>
        {origin.kind === 'position' ? null : (
          <Button icon="locate-fixed" onTap={() => void locateMe()}>
            {locating === 'locating' ? LOCATING : USE_POSITION}
          </Button>
        )}
        <Button icon="building-2" to={chooseCompoundRoute}>
          {origin.kind === 'compound' ? CHANGE_COMPOUND : CHOOSE_COMPOUND}
        </Button>
      </ButtonRow>
    </>
  )
}

/** Asked in place and in words, before any private interface; a no is as good as a yes. */
function PrivacyAsk({ trust }: { readonly trust: string }) {
  const { locateMe, declinePrivacy } = useOrigin()
  return (
    <Card title={PRIVACY_TITLE} ground="warm">
      <View>{PRIVACY_WHY}</View>
      <AgreeButton onAgree={() => void locateMe()}>{PRIVACY_AGREE}</AgreeButton>
      <ButtonRow>
        <Button onTap={declinePrivacy}>{PRIVACY_DECLINE}</Button>
        <Button onTap={openPrivacyRules}>{PRIVACY_RULES}</Button>
      </ButtonRow>
      <TrustLine text={trust} />
    </Card>
  )
}
