import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Note } from '../../components/sheets/note'
import { openRoute } from '../../platform/navigate/navigate'
import { pairingRoute } from '../../platform/navigate/routes'
import { reportBug } from '../../platform/start/report'
import { useDoorActs } from './acts/use-door-acts'
import { DoorFrame } from './door-frame'
import { scanTicket } from './find/by-ticket'
import type { Found } from './find/found'
import { NumberView } from './find/number-view'
import { SurnameView } from './find/surname-view'
import { PartyView } from './party/party-view'
import { UnlistedView } from './party/unlisted-view'
import { doorQueries } from './queries'
import { RecentView } from './recent/recent-view'
import { DoorDesk, WaysIn } from './room/door-desk'
import { seeParty } from './seen/seen'
import type { OpenDoor } from './use-door'

type View =
  | { readonly kind: 'desk' | 'number' | 'surname' | 'recent' }
  | { readonly kind: 'party'; readonly registrationId: string }
  | { readonly kind: 'unlisted'; readonly registrationId: string }

const DESK: View = { kind: 'desk' }

interface DoorRoomProps {
  readonly open: OpenDoor
  /** Said above what could not be renewed. */
  readonly note: string | null
}

/** The door of one activity: the desk, and what opens from it for one person at a time. */
export function DoorRoom({ open, note }: DoorRoomProps) {
  const { door, list, waiting } = open
  const { activityId } = list
  const acts = useDoorActs(door)
  const [view, setView] = useState<View>(DESK)
  // Kept in memory from the page before: it names the other activities of today.
  const day = useQuery({ ...doorQueries.day(), enabled: false }).data?.activities ?? []
  const toDesk = () => setView(DESK)
  const show = (found: Found) => {
    if (found.kind === 'no') acts.say({ kind: 'no', sentence: found.sentence })
    if (found.kind === 'unlisted') setView(found)
    if (found.kind === 'pairing') openRoute(pairingRoute(found.pairingId))
    if (found.kind !== 'party') return
    acts.learn(found.party)
    setView({ kind: 'party', registrationId: found.party.registrationId })
  }
  const scan = () => void scanTicket(list, day).then(show).catch(reportBug)

  switch (view.kind) {
    case 'number':
      return <NumberView list={list} onFound={show} onBack={toDesk} />
    case 'surname':
      return <SurnameView open={open} onFound={show} onBack={toDesk} />
    case 'recent':
      return (
        <RecentView
          door={door}
          onGift={acts.giveGift}
          onUndone={(who) => {
            acts.say({ kind: 'undone', who })
            toDesk()
          }}
          onBack={toDesk}
        />
      )
    case 'unlisted':
      return (
        <UnlistedView
          activityId={activityId}
          onAdmit={() => {
            acts.admitUnlisted(view.registrationId)
            toDesk()
          }}
          onBack={toDesk}
        />
      )
    case 'party': {
      const party = list.parties.find(({ registrationId }) => registrationId === view.registrationId)
      if (party === undefined) break
      return (
        <PartyView
          key={view.registrationId}
          activityId={activityId}
          party={seeParty(party, waiting)}
          onAdmit={(members) => {
            acts.admit(seeParty(party, waiting), members)
            toDesk()
          }}
          onGift={acts.giveGift}
          onBack={toDesk}
        />
      )
    }
    case 'desk':
  }
  return (
    <DoorFrame
      activityId={activityId}
      bottom={
        <WaysIn
          onScan={scan}
          onNumber={() => setView({ kind: 'number' })}
          onSurname={() => setView({ kind: 'surname' })}
          onPlusOne={acts.addHead}
        />
      }
    >
      {note === null ? null : <Note icon="wifi-off">{note}</Note>}
      <DoorDesk open={open} acts={acts} onRecent={() => setView({ kind: 'recent' })} />
    </DoorFrame>
  )
}
