import { useState } from 'react'
import type { OfficeKind } from '../../../core/domain/office/office'
import { Button } from '../../components/controls/button'
import { Text, View } from '../../components/elements/elements'
import { Facade } from '../../components/facade/facade'
import { Card } from '../../components/sheets/card'
import { PASSPORT } from '../../text/passport/passport'
import { useDisplay } from '../display/display-provider'
import type { StampGroup } from './arrange-passport'
import { StampRow } from './stamp/stamp'

/** Outlines that are shown at once: enough to invite, too few to reproach. */
const INVITING = 3

/** The stamps of one kind of place, the quiet outlines of the others, and a picture when none is missing. */
export function StampSet({ group }: { readonly group: StampGroup }) {
  const [open, setOpen] = useState(false)
  const { id, stamped, missing, complete } = group
  const shown = open ? missing : missing.slice(0, INVITING)
  const total = stamped.length + missing.length
  return (
    <Card title={titleOf(id)}>
      {complete ? <CompletePicture id={id} /> : null}
      {isSet(id) ? (
        <Text className="soft">
          {complete ? PASSPORT.complete(total) : PASSPORT.progress(stamped.length, total)}
        </Text>
      ) : null}
      <StampRow slots={[...stamped, ...shown]} group={id} />
      {shown.length < missing.length ? (
        <Button onTap={() => setOpen(true)}>{PASSPORT.more(missing.length - shown.length)}</Button>
      ) : null}
    </Card>
  )
}

const isSet = (id: string): id is OfficeKind => id in PASSPORT.sets

function titleOf(id: string): string {
  if (id === 'spots') return PASSPORT.spots
  return PASSPORT.sets[id] ?? PASSPORT.elsewhere
}

/** The street in front of the house, all windows lit. */
function CompletePicture({ id }: { readonly id: string }) {
  const { theme } = useDisplay()
  if (!isSet(id)) return null
  const name = PASSPORT.completePicture(titleOf(id))
  return (
    <View className="passport-stamp__street">
      <Facade subject={{ id, name, kind: id, light: 'lit', aroundTheClock: false }} theme={theme} />
    </View>
  )
}
