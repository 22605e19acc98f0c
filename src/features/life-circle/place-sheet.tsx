import { useState, type ReactNode } from 'react'
import {
  isStale,
  type Facility,
  REPORT_REASONS,
  type ReportReason,
} from '../../../core/domain/life-circle/facility'
import { shanghaiDay } from '../../../core/kernel/shanghai-time'
import type { WalkPath } from '../../../core/walkshed'
import { Button, ButtonRow } from '../../components/controls/button'
import { Choice, Choices } from '../../components/controls/choice'
import { Field } from '../../components/controls/field'
import { Heading, Text, View } from '../../components/elements/elements'
import { Card } from '../../components/sheets/card'
import { FactRow, Pair, Pairs } from '../../components/sheets/fact-row'
import { Note } from '../../components/sheets/note'
import { TrustLine } from '../../components/sheets/trust-line'
import { openLocation } from '../../platform/map/open-location'
import { backOr } from '../../platform/navigate/navigate'
import { officeRoute, routes } from '../../platform/navigate/routes'
import { dialPhone } from '../../platform/navigate/dial-phone'
import { CALL } from '../../text/home'
import { SENDING } from '../../text/sending'
import {
  legText,
  LIFE_CIRCLE,
  keepsHours,
  metresText,
  placeUnknownLine,
  waitingText,
  WALK_UNKNOWN,
  LONGEST_NOTE,
  REASONS,
  REPORT,
} from '../../text/life-circle'
import { ACCESS_WORDS, ADDRESS_UNKNOWN, STEP_FREE_WORDS, walkMinutes } from '../../text/office/office'
import { callHotline } from '../../text/vocabulary'
import { OFFICE, recordLine } from '../../text/office/office-page'
import { MutationNote } from '../page/mutation-note'
import { useMutation } from '../../api/mutation'
import { subdistrictNow } from '../../api/subdistrict'
import { now } from '../../api/clock'
import type { PlaceInReach } from '../walking-engine/places-by-minutes'
import type { WaysFromStart } from '../walking-engine/map-engine'

interface PlaceSheetProps {
  readonly place: PlaceInReach
  readonly ways: WaysFromStart | null
  /** Called where the place has no number of its own. */
  readonly hotline: string
  /** What else one can do, under the way. */
  readonly children: ReactNode
}

/** One place in full: how far, when, how one gets in, who says so, and what to do where it is wrong. */
export function PlaceSheet({ place, ways, hotline, children }: PlaceSheetProps) {
  const { facility, kind, walk } = place
  const [isReporting, setReporting] = useState(false)
  const { position } = facility
  // Nobody is led to where an office only may be; its own page keeps to the same.
  const leads = position !== null && (facility.positionVerified || !facility.isOffice)
  const path = ways?.path(facility.id)
  const minutes = walk.kind === 'minutes' ? walkMinutes(walk.minutes) : WALK_UNKNOWN[walk.kind]
  return (
    <>
      <View className="stack">
        <Heading level={1} className="title">
          {facility.name}
        </Heading>
        <Text>{ways === null ? kind.name : `${kind.name}，${minutes}`}</Text>
      </View>
      <Facts place={place} hotline={hotline} />
      <ButtonRow>
        {leads ? (
          <Button
            look="primary"
            icon="footprints"
            onTap={() =>
              openLocation({ name: facility.name, address: facility.address ?? ADDRESS_UNKNOWN, position })
            }
          >
            {LIFE_CIRCLE.walkThere}
          </Button>
        ) : null}
        {facility.isOffice ? (
          <Button look={leads ? 'secondary' : 'primary'} icon="store" to={officeRoute(facility.id)}>
            {LIFE_CIRCLE.officePage}
          </Button>
        ) : null}
      </ButtonRow>
      {path === undefined ? null : <Way path={path} />}
      {children}
      {facility.isOffice ? null : <Access facility={facility} />}
      {isReporting ? (
        <ReportForm facilityId={facility.id} onDone={() => setReporting(false)} />
      ) : (
        <Button icon="info" onTap={() => setReporting(true)}>
          {LIFE_CIRCLE.wrong}
        </Button>
      )}
      <Button icon="chevron-left" onTap={() => backOr(routes.lifeCircle)}>
        {LIFE_CIRCLE.back}
      </Button>
      <TrustLine text={recordLine(facility.verifiedOn, facility.source)} />
    </>
  )
}

interface FactsProps {
  readonly place: PlaceInReach
  readonly hotline: string
}

/** What is known, and once what is not. */
function Facts({ place: { facility, kind }, hotline }: FactsProps) {
  const { phone, hours, address, isOffice, position, positionVerified, verifiedOn } = facility
  const unknown = placeUnknownLine(
    {
      kindName: kind.name,
      address: address === null,
      hours: hours === null && !isOffice,
      position: position === null || !positionVerified,
      steps: facility.stepFree === 'unverified' && !isOffice,
      access: !isOffice && (facility.ramp === 'unverified' || facility.accessibleToilet === 'unverified'),
    },
    phone ?? hotline,
  )
  const isOld = isStale(verifiedOn, shanghaiDay(now()))
  return (
    <Card>
      {address === null ? null : (
        <FactRow icon="map-pin">
          <Text>{address}</Text>
        </FactRow>
      )}
      {isOffice || hours === null ? null : (
        <FactRow icon="clock">
          <Text>{hours}</Text>
          {isOld && verifiedOn !== null ? <Text className="soft small">{LIFE_CIRCLE.stale}</Text> : null}
        </FactRow>
      )}
      {phone === null ? null : (
        <FactRow icon="phone">
          <Text userSelect>{phone}</Text>
        </FactRow>
      )}
      {unknown !== null ? (
        <FactRow icon="info">
          <Text>{unknown}</Text>
        </FactRow>
      ) : isOld && verifiedOn === null && !isOffice && keepsHours(kind.name) ? (
        <FactRow icon="info">
          <Text>{LIFE_CIRCLE.neverChecked}</Text>
        </FactRow>
      ) : null}
      <Button icon="phone" onTap={() => dialPhone(phone ?? hotline)}>
        {phone === null ? callHotline(hotline) : CALL}
      </Button>
    </Card>
  )
}

function Way({ path }: { readonly path: WalkPath }) {
  return (
    <Card title={`${LIFE_CIRCLE.way}（${metresText(path.metres)}）`}>
      {path.legs.map((leg, index) => (
        <Text key={index}>{`${index + 1}. ${legText(leg)}`}</Text>
      ))}
      {path.waiting > 0 ? <Text className="soft small">{waitingText(path.waiting)}</Text> : null}
    </Card>
  )
}

function Access({ facility }: { readonly facility: Facility }) {
  const { stepFree, ramp, accessibleToilet } = facility
  if ([stepFree, ramp, accessibleToilet].every((answer) => answer === 'unverified')) return null
  return (
    <Card title={LIFE_CIRCLE.access}>
      <Pairs>
        {stepFree === 'unverified' ? null : (
          <Pair name={LIFE_CIRCLE.stepsLabel} value={STEP_FREE_WORDS[stepFree]} tone={stepFree} />
        )}
        {ramp === 'unverified' ? null : <Pair name={OFFICE.ramp} value={ACCESS_WORDS[ramp]} tone={ramp} />}
        {accessibleToilet === 'unverified' ? null : (
          <Pair name={OFFICE.toilet} value={ACCESS_WORDS[accessibleToilet]} tone={accessibleToilet} />
        )}
      </Pairs>
    </Card>
  )
}

interface ReportFormProps {
  /** `null`: a place is missing on the map. */
  readonly facilityId: string | null
  readonly onDone: () => void
}

/** What is wrong, and a line about it if one likes. The same report again after a lost answer arrives once. */
export function ReportForm({ facilityId, onDone }: ReportFormProps) {
  const isMissing = facilityId === null
  const { state, send } = useMutation('lifeCircle.report')
  const [reason, choose] = useState<ReportReason | null>(isMissing ? 'missing' : null)
  const [note, setNote] = useState('')
  const [needsNote, setNeedsNote] = useState(false)

  function sendReport(chosen: ReportReason): void {
    const words = note.trim()
    // Of a place that nobody has recorded, the line is all there is.
    setNeedsNote(isMissing && words === '')
    if (isMissing && words === '') return
    void send({ facilityId, reason: chosen, note: words === '' ? null : words })
  }

  if (state.kind === 'done') return <Note icon="check">{LIFE_CIRCLE.sent}</Note>
  return (
    <Card title={isMissing ? REPORT.missingTitle : REPORT.title} ground="warm">
      {isMissing ? null : (
        <Choices>
          {REPORT_REASONS.filter((one) => one !== 'missing').map((one) => (
            <Choice key={one} title={REASONS[one]} chosen={one === reason} onChoose={() => choose(one)} />
          ))}
        </Choices>
      )}
      {reason === null ? null : (
        <>
          <Field
            label={isMissing ? REPORT.missingNote : REPORT.note}
            hint={isMissing ? REPORT.missingHint : REPORT.hint}
            value={note}
            longest={LONGEST_NOTE}
            fault={needsNote ? REPORT.noteNeeded : null}
            onChange={setNote}
          />
          <MutationNote state={state} notSent={LIFE_CIRCLE.notSent(subdistrictNow().hotline)} />
          <Button look="primary" onTap={() => sendReport(reason)}>
            {state.kind === 'sending' ? SENDING : REPORT.send}
          </Button>
        </>
      )}
      <Button onTap={onDone}>{LIFE_CIRCLE.cancel}</Button>
    </Card>
  )
}
