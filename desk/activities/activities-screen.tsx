import type { DeskHolder } from '../../core/contract/desk'
import { MaterialsScreen } from '../materials/materials-screen'
import { StallsScreen } from '../stalls/stalls-screen'
import { SHELL } from '../text/shell'
import { ActivityList, NewActivity } from './activity-list'
import { BEGINNING_NAMES } from './activity-form-model'
import { ActivityRecordScreen } from './activity-record'
import { CopiedActivity, DraftScreen, NewActivityForm } from './edit-activity'

interface ActivitiesScreenProps {
  readonly holder: DeskHolder
  readonly path: string
}

/** `activities`, `activities/new/<beginning>`, `activities/copy/<id>`, `activities/drafts/<id>`, `activities/<id>`,
 * `activities/<id>/materials`, `activities/<id>/stalls`, `activities/<id>/correct`, `activities/<id>/change`. */
export function ActivitiesScreen({ holder, path }: ActivitiesScreenProps) {
  const [, first, second] = path.split('/')
  if (first === undefined) return <ActivityList holder={holder} />
  if (first === 'new' && second === undefined) return <NewActivity />
  if (first === 'new') {
    const beginning = BEGINNING_NAMES.find((name) => name === second)
    if (beginning === undefined) return <h1>{SHELL.notHere}</h1>
    return <NewActivityForm key={beginning} holder={holder} beginning={beginning} />
  }
  if (first === 'copy' && second !== undefined)
    return <CopiedActivity key={second} holder={holder} activityId={second} />
  if (first === 'drafts' && second !== undefined)
    return <DraftScreen key={second} holder={holder} draftId={second} />
  if (second === 'materials') return <MaterialsScreen key={first} activityId={first} />
  if (second === 'stalls') return <StallsScreen key={first} holder={holder} activityId={first} />
  const form = second === 'correct' || second === 'change' ? second : null
  return <ActivityRecordScreen key={first} holder={holder} activityId={first} form={form} />
}
