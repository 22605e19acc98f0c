import { useState } from 'react'
import { queries } from '../../../api/queries'
import { Button } from '../../../components/controls/button'
import { Screen } from '../../../components/screen/screen'
import { useDisplay } from '../../../features/display/display-provider'
import { asPage } from '../../../features/page/as-page'
import { Page } from '../../../features/page/page'
import { screenStateOf } from '../../../features/page/screen-state-of'
import { usePageQuery } from '../../../features/page/use-page-query'
import { PassportScreen } from '../../../features/passport/passport-screen'
import { usePassportPicture } from '../../../features/passport/passport-picture'
import { routes } from '../../../platform/navigate/routes'
import { shareImage } from '../../../platform/picture/picture'
import { PASSPORT } from '../../../text/passport'

function PassportPage() {
  const query = usePageQuery(queries.passport())
  const [asked, setAsked] = useState(false)
  const { theme } = useDisplay()
  const picture = usePassportPicture(query.data ?? null, asked)
  const hasStamps = (query.data?.stamps.length ?? 0) > 0
  return (
    <Page
      title={PASSPORT.title}
      route={routes.passport}
      bottom={
        !hasStamps ? null : picture.kind === 'ready' ? (
          <Button look="primary" onTap={() => shareImage(picture.address, PASSPORT.pictureName)}>
            {PASSPORT.offer}
          </Button>
        ) : (
          <Button look="primary" onTap={() => setAsked(true)}>
            {asked ? PASSPORT.drawing : PASSPORT.draw}
          </Button>
        )
      }
    >
      <Screen state={screenStateOf(query)} theme={theme}>
        {(passport) => <PassportScreen passport={passport} picture={picture} />}
      </Screen>
    </Page>
  )
}

export default asPage(PassportPage)
