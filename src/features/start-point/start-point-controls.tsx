import { AgreeButton, Button, ButtonRow } from '../../components/controls/button'
import { View, Tappable, Text } from '../../components/elements/elements'
import { Icon } from '../../components/icon/icon'
import { Card } from '../../components/sheets/card'
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
  PRIVACY_TITLE,
  PRIVACY_WHY,
  USE_POSITION,
} from '../../text/home'
import { LOCATION_REFUSED, LOCATION_UNAVAILABLE } from '../../text/office/office'
import { ORDER_UNKNOWN, orderFrom, orderFromHere, orderUnplaced } from '../../text/office/offices'
import { SEE_PRIVACY_GUIDELINE } from '../../text/vocabulary'
import { positionOf, useStartPoint } from './start-point'
import './start-point-controls.scss'

/** Two equal ways to say where one is: by the phone, or by the compound. Refusing the first leads to the second. */
export function StartPointQuestion({ trust }: { readonly trust: string }) {
  const { startPoint, locating, locateMe } = useStartPoint()
  if (locating === 'privacy') return <PrivacyAsk trust={trust} />
  return (
    <>
      {locating === 'denied' ? <Note icon="map-pin">{LOCATION_REFUSED}</Note> : null}
      {locating === 'unavailable' ? <Note icon="map-pin">{LOCATION_UNAVAILABLE}</Note> : null}
      <ButtonRow>
        {startPoint.kind === 'position' ? null : (
          <Button icon="locate-fixed" onTap={() => void locateMe()}>
            {locating === 'locating' ? LOCATING : USE_POSITION}
          </Button>
        )}
        <Button icon="building-2" to={chooseCompoundRoute}>
          {startPoint.kind === 'compound' ? CHANGE_COMPOUND : CHOOSE_COMPOUND}
        </Button>
      </ButtonRow>
    </>
  )
}

/** Asked in place and in words, before any private interface; a no is as good as a yes. */
function PrivacyAsk({ trust }: { readonly trust: string }) {
  const { locateMe, declinePrivacy } = useStartPoint()
  return (
    <Card title={PRIVACY_TITLE} ground="warm">
      <View>{PRIVACY_WHY}</View>
      <AgreeButton onAgree={() => void locateMe()}>{PRIVACY_AGREE}</AgreeButton>
      <ButtonRow>
        <Button onTap={declinePrivacy}>{PRIVACY_DECLINE}</Button>
        <Button onTap={openPrivacyRules}>{SEE_PRIVACY_GUIDELINE}</Button>
      </ButtonRow>
      <TrustLine text={trust} />
    </Card>
  )
}

interface StartPointLineProps {
  /** Whether the list is ordered by minutes on foot, or by straight lines. */
  readonly byMinutes: boolean
  readonly trust: string
}

/** From where the list is ordered, and how to change that; asks in full where nothing is known yet. */
export function StartPointLine({ byMinutes, trust }: StartPointLineProps) {
  const { startPoint, locating } = useStartPoint()
  const unanswered = startPoint.kind === 'none' || locating !== 'idle'
  return (
    <View className="stack">
      <View className="start-point-line">
        <Text className="start-point-line__words">
          {startPoint.kind === 'none'
            ? ORDER_UNKNOWN
            : startPoint.kind === 'position'
              ? orderFromHere(byMinutes)
              : positionOf(startPoint) === null
                ? orderUnplaced(startPoint.compound.name)
                : orderFrom(startPoint.compound.name, byMinutes)}
        </Text>
        {unanswered ? null : <StartPointChange />}
      </View>
      {unanswered ? <StartPointQuestion trust={trust} /> : null}
    </View>
  )
}

/** How to start from elsewhere: another compound, or where the phone is. */
export function StartPointChange() {
  const { startPoint, locateMe } = useStartPoint()
  return (
    <>
      <Tappable className="tappable start-point-line__way" to={chooseCompoundRoute}>
        <Icon name="building-2" />
        {CHANGE_COMPOUND}
      </Tappable>
      {startPoint.kind === 'position' ? null : (
        <Tappable className="tappable start-point-line__way" onTap={() => void locateMe()}>
          <Icon name="locate-fixed" />
          {USE_POSITION}
        </Tappable>
      )}
    </>
  )
}
