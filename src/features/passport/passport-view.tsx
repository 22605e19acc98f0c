import type { Passport } from '../../../core/contract/check-in/check-in'
import { Button } from '../../components/controls/button'
import { Heading, Text, View } from '../../components/elements/elements'
import { Empty } from '../../components/screen/screen'
import { routes } from '../../platform/navigate/routes'
import { PASSPORT } from '../../text/passport/passport'
import { useDisplay } from '../display/display-provider'
import { startScan } from '../scan/start-scan'
import { groupStamps } from './arrange-passport'
import { PassportPicture, type PassportPictureState } from './picture/passport-picture'
import { StampSet } from './stamp-set'
import { VisitList } from './visit-list'

interface PassportViewProps {
  readonly passport: Passport
  readonly picture: PassportPictureState
}

/** Stamps by kind of place, then the days. */
export function PassportView({ passport, picture }: PassportViewProps) {
  const { stamps, visits } = passport
  const groups = groupStamps(passport)
  if (stamps.length === 0) return <NoStamps />
  return (
    <>
      <View className="stack">
        <Heading level={1} className="title">
          {PASSPORT.heading(stamps.length)}
        </Heading>
        <Text className="soft">{PASSPORT.how}</Text>
      </View>
      <PassportPicture picture={picture} />
      {groups.map((group) => (
        <StampSet key={group.id} group={group} />
      ))}
      <VisitList visits={visits} />
    </>
  )
}

function NoStamps() {
  const { theme } = useDisplay()
  return (
    <Empty title={PASSPORT.none} advice={PASSPORT.noneAdvice} theme={theme}>
      <Button look="primary" icon="scan-line" onTap={() => void startScan()}>
        {PASSPORT.scan}
      </Button>
      <Button icon="store" to={routes.offices}>
        {PASSPORT.nearest}
      </Button>
    </Empty>
  )
}
