import type { Transaction } from 'kysely'
import type { RuleSettings } from '../../../core/domain/activity/rule-settings'
import type { PlaceCode, RollingCode } from '../../../core/domain/check-in/codes/code'
import { parseCode } from '../../../core/domain/check-in/codes/code'
import { judgeRolling, refuseForeign, SLOT_MS, slotStart } from '../../../core/domain/check-in/codes/rolling'
import { decideOpening, type CheckInFlag, type PlaceRefusal } from '../../../core/domain/check-in/place'
import { reasonOf, type ScanKind } from '../../../core/domain/check-in/refused'
import {
  momentOf,
  momentProved,
  offlineFlags,
  type Moment,
  type PhoneTimes,
} from '../../../core/domain/check-in/scan/moment'
import type { RollingRefusal, ScreenFacts } from '../../../core/domain/check-in/codes/rolling'
import type { PresenceGrade } from '../../../core/domain/registration/queue/cool-down'
import { accept, refuse, type Refused, type Result } from '../../../core/kernel/result'
import { instant, type Instant } from '../../../core/kernel/shanghai-time'
import type { Schema } from '../../database/schema'
import type { Seal } from '../../gateways/sealing/seal'
import { readRules } from '../../repositories/activity/rules'
import { findPoster, findScreen } from '../../repositories/check-in/codes'
import { findPlace, type FoundPlace, type PlaceRef } from '../../repositories/check-in/places'
import { recordRefused } from '../../repositories/check-in/refused'
import { openKey } from './signing-keys'
import { isGenuine } from './rolling-mac'

type Tx = Transaction<Schema>

export interface JudgedCode {
  readonly place: FoundPlace
  readonly grade: PresenceGrade
}

/** May this code be opened now? A refusal is logged with its reason, place, time and kind. */
export async function judgeOpening(
  tx: Tx,
  text: string,
  now: Instant,
  seal: Seal | null | undefined,
): Promise<Result<JudgedCode, RollingRefusal | PlaceRefusal>> {
  const code = placeCodeIn(text)
  const found = code === null ? null : await findCode(tx, code, seal)
  const kind: ScanKind = code?.kind ?? 'unknown'
  const judged = await judgeFound(tx, found, now)
  if (!judged.ok) await logRefused(tx, judged, kind, found?.place ?? null, now)
  return judged
}

async function judgeFound(
  tx: Tx,
  found: FoundCode | null,
  now: Instant,
): Promise<Result<JudgedCode, RollingRefusal | PlaceRefusal>> {
  if (found === null) return refuse('code_unknown')
  if (found.rolling !== null) {
    const { code, ...facts } = found.rolling
    const judged = judgeRolling(code, facts, now)
    if (!judged.ok) return judged
  } else if (found.revokedAt !== null) return refuse('code_expired')
  const place = await findPlace(tx, found.place)
  if (place === null) return refuse('code_unknown')
  const opening = decideOpening(place.facts, now)
  if (!opening.ok) return opening
  return accept({ place, grade: found.rolling === null ? 'poster' : 'rolling' })
}

export interface JudgedUpload extends JudgedCode {
  readonly rules: RuleSettings
  readonly moment: Moment
  readonly flags: readonly CheckInFlag[]
}

/** What was scanned without network: only what never was ours is refused, the rest is flagged. */
export async function judgeUpload(
  tx: Tx,
  text: string,
  times: PhoneTimes,
  now: Instant,
  seal: Seal | null | undefined,
): Promise<Result<JudgedUpload, 'code_unknown' | 'code_forged'>> {
  const code = placeCodeIn(text)
  const found = code === null ? null : await findCode(tx, code, seal)
  const kind: ScanKind = code?.kind ?? 'unknown'
  const place = found === null ? null : await findPlace(tx, found.place)
  const foreign = found === null || place === null ? 'code_unknown' : foreignIn(found)
  if (foreign !== null || found === null || place === null) {
    const refused = refuse(foreign ?? 'code_unknown')
    await logRefused(tx, refused, kind, found?.place ?? null, now)
    return refused
  }
  const rules = await readRules(tx)
  const moment =
    found.rolling === null
      ? momentOf(times, now, rules)
      : momentProved(slotMoment(found.rolling.code.slot, now), now)
  return accept({
    place,
    grade: found.rolling === null ? 'poster' : 'rolling_late',
    rules,
    moment,
    flags: flagsOf(found, place, moment),
  })
}

/** A screen whose clock is ahead by less than a slot is no reason to doubt the time. */
function slotMoment(slot: number, now: Instant): Instant {
  const start = slotStart(slot)
  return instant(start - SLOT_MS <= now ? Math.min(start, now) : start)
}

function flagsOf({ rolling, revokedAt }: FoundCode, place: FoundPlace, moment: Moment): CheckInFlag[] {
  const flags: CheckInFlag[] = offlineFlags(moment)
  if (revokedAt !== null && revokedAt <= moment.at)
    flags.push(rolling === null ? 'revoked_poster' : 'revoked_screen')
  if (place.facts.kind === 'office' && place.facts.status !== 'open') flags.push('place_closed')
  return flags
}

interface FoundCode {
  readonly place: PlaceRef
  readonly revokedAt: Instant | null
  readonly rolling: ({ readonly code: RollingCode } & ScreenFacts) | null
}

async function findCode(tx: Tx, code: PlaceCode, seal: Seal | null | undefined): Promise<FoundCode | null> {
  if (code.kind === 'poster') {
    const poster = await findPoster(tx, code.token)
    return poster === null ? null : { place: poster.place, revokedAt: poster.revokedAt, rolling: null }
  }
  const screen = await findScreen(tx, code.screenId)
  if (screen === null) return null
  const place = { kind: 'office', id: screen.officeId } as const
  const genuine = isGenuine(openKey(screen.key, seal), code)
  const revoked = screen.revokedAt !== null
  return { place, revokedAt: screen.revokedAt, rolling: { code, revoked, genuine } }
}

function placeCodeIn(text: string): PlaceCode | null {
  const code = parseCode(text)
  return code?.kind === 'poster' || code?.kind === 'rolling' ? code : null
}

const foreignIn = ({ rolling }: FoundCode) => (rolling === null ? null : refuseForeign(rolling))

/** Logs what a scan was refused for; refusals that are about no scan are not. */
export async function logRefused(
  tx: Tx,
  { refusal }: Refused,
  kind: ScanKind,
  place: PlaceRef | null,
  now: Instant,
): Promise<void> {
  const reason = reasonOf(refusal)
  if (reason !== null) await recordRefused(tx, { reason, kind, place, at: now })
}
