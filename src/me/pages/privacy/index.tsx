import { useState } from 'react'
import type { OwnRecords } from '../../../../core/contract/me'
import { Button } from '../../../components/controls/button'
import { Heading, Text } from '../../../components/elements/elements'
import { Screen } from '../../../components/screen/screen'
import { Card } from '../../../components/sheets/card'
import { Note } from '../../../components/sheets/note'
import { useDisplay } from '../../../features/display/display-provider'
import { asPage } from '../../../features/page/as-page'
import { Page } from '../../../features/page/page'
import { screenStateOf } from '../../../features/page/screen-state-of'
import { usePageQuery } from '../../../features/page/use-page-query'
import { Agreed } from '../../../features/privacy/agreed'
import { ErasureAhead, EraseAsk } from '../../../features/privacy/erase-card'
import { RecordList } from '../../../features/privacy/record-list'
import { ownRecordsQuery } from '../../../features/privacy/own-records'
import { routes } from '../../../platform/navigate/routes'
import { ERASE, PRIVACY } from '../../../text/me/privacy'

function PrivacyPage() {
  const records = screenStateOf(usePageQuery(ownRecordsQuery()))
  const { theme } = useDisplay()
  return (
    <Page title={PRIVACY.title} route={routes.privacy}>
      <Screen state={records} theme={theme}>
        {(value) => <Records records={value} />}
      </Screen>
      <Button icon="shield-check" to={routes.policy}>
        {PRIVACY.policy}
      </Button>
    </Page>
  )
}

function Records({ records }: { readonly records: OwnRecords }) {
  const { eraseAfter } = records
  // Where one came to change one's mind it stands on top; where one asked just now, in place.
  const [onTop] = useState(eraseAfter !== null)
  const [stopped, setStopped] = useState<boolean | null>(null)
  const said =
    stopped === null ? null : <Note icon="check">{stopped ? ERASE.stopped : ERASE.nothingToStop}</Note>
  const ahead = eraseAfter === null ? said : <ErasureAhead eraseAfter={eraseAfter} onStopped={setStopped} />
  return (
    <>
      {onTop ? ahead : null}
      <Heading level={1} className="title">
        {PRIVACY.heading}
      </Heading>
      <RecordList counts={records.counts} />
      <Agreed guardian={records.guardian} messages={records.messages} />
      <Card title={PRIVACY.exportTitle}>
        <Text>{PRIVACY.exportWhy}</Text>
        <Button to={routes.export}>{PRIVACY.export}</Button>
      </Card>
      {onTop ? null : ahead}
      {eraseAfter === null ? <EraseAsk /> : null}
    </>
  )
}

export default asPage(PrivacyPage)
