import { useState } from 'react'
import { Button } from '../../../components/controls/button'
import { TrustLine } from '../../../components/sheets/trust-line'
import { routes } from '../../../platform/navigate/routes'
import { SENDING } from '../../../text/acts'
import { SCAN_PAGE, tapText } from '../../../text/check-in/scan'
import { trustLine } from '../../../text/office/office'
import { Page } from '../../page/page'
import { OpenedPlace } from '../opened/opened-place'
import { askedOf, firstTicks, isAllSaid, type Ticks } from '../opened/ticks'
import { HomeTrust } from './home-trust'
import type { Landing, OpenedCode } from './landing'
import { Outcome } from './outcome'
import { useLanding } from './use-landing'

interface PlaceLandingProps {
  readonly code: string
  readonly isPoster: boolean
}

/** Where a code of a place leads: where one is, one tap, and what became of it. */
export function PlaceLanding({ code, isPoster }: PlaceLandingProps) {
  const { landing, slow, confirm, openAgain, keep } = useLanding(code)
  const [said, setSaid] = useState<{ readonly of: OpenedCode; readonly ticks: Ticks } | null>(null)
  const opened = landing.kind === 'opened' ? landing.opened : null
  const ticks = opened === null ? null : said?.of === opened ? said.ticks : firstTicks(opened)
  return (
    <Page
      title={SCAN_PAGE.title}
      route={routes.scan}
      bottom={
        opened === null || ticks === null || isAllSaid(opened, ticks) ? null : (
          <Button look="primary" size="large" onTap={() => confirm(ticks)}>
            {slow ? SENDING : tapText(askedOf(opened).length > 0, ticks.members?.length ?? 0)}
          </Button>
        )
      }
    >
      {opened === null || ticks === null ? (
        <Outcome landing={landing} slow={slow} onKeep={keep} onOpenAgain={openAgain} isPoster={isPoster} />
      ) : (
        <OpenedPlace opened={opened} ticks={ticks} onTicks={(next) => setSaid({ of: opened, ticks: next })} />
      )}
      <Trust landing={landing} />
    </Page>
  )
}

/** The receipt brings the line along, so that nothing else has to be asked. */
function Trust({ landing }: { readonly landing: Landing }) {
  if (landing.kind === 'opening') return null
  const opened = landing.kind === 'opened' || landing.kind === 'done' ? landing.opened : null
  if (opened === null) return <HomeTrust />
  const { name, phone, hotline } = opened.subdistrict
  return <TrustLine text={trustLine(name, phone, hotline)} />
}
