import type { KindStanding } from '../../../../core/domain/life-circle/gaps'
import { Text } from '../../../components/elements/elements'
import { Card } from '../../../components/sheets/card'
import { Pair, Pairs } from '../../../components/sheets/fact-row'
import { LIFE_CIRCLE, standingText, unrecordedLine, withinMinutes } from '../../../text/life-circle'

const TONES = { met: 'yes', missing: 'no', distant: 'no', unrecorded: 'unverified' } as const
const ORDER = { missing: 0, distant: 1, met: 2, unrecorded: 3 } as const

/** My circle against the standard, kind by kind: what is missing comes first; kinds of which none is recorded share a line. */
export function Gaps({ standings }: { readonly standings: readonly KindStanding[] }) {
  const isBlank = ({ standing, nearest }: KindStanding): boolean =>
    standing === 'unrecorded' && nearest === null
  const inOrder = standings
    .filter((standing) => !isBlank(standing))
    .sort((one, other) => ORDER[one.standing] - ORDER[other.standing])
  const blank = standings.filter(isBlank).map(({ kind }) => kind.name)
  return (
    <Card title={LIFE_CIRCLE.gaps}>
      <Pairs>
        {inOrder.map(({ kind, standing, nearest }) => (
          <Pair
            key={kind.id}
            name={withinMinutes(kind.name, kind.targetMinutes)}
            value={standingText(standing, nearest)}
            tone={TONES[standing]}
          />
        ))}
      </Pairs>
      {blank.length === 0 ? null : <Text className="soft">{unrecordedLine(blank)}</Text>}
      {standings.every(({ kind }) => kind.targetVerified) ? null : (
        <Text className="soft small">{LIFE_CIRCLE.targetsAssumed}</Text>
      )}
    </Card>
  )
}
