import { Button } from '../../../components/controls/button'
import { Heading, Text } from '../../../components/elements/elements'
import { DOOR } from '../../../text/door/door'
import { FINDING } from '../../../text/door/finding'
import { DoorFrame } from '../door-frame'

interface UnlistedViewProps {
  readonly activityId: string
  readonly onAdmit: () => void
  readonly onBack: () => void
}

/** A real ticket of somebody who registered after the list was read, at a door without network. */
export function UnlistedView({ activityId, onAdmit, onBack }: UnlistedViewProps) {
  return (
    <DoorFrame
      activityId={activityId}
      bottom={
        <>
          <Button look="primary" size="large" onTap={onAdmit}>
            {FINDING.unlistedAdmit}
          </Button>
          <Button onTap={onBack}>{DOOR.back}</Button>
        </>
      }
    >
      <Heading level={1} className="title">
        {FINDING.unlistedTitle}
      </Heading>
      <Text>{FINDING.unlisted}</Text>
    </DoorFrame>
  )
}
