import type { ComponentType } from 'react'
import { ErrorBoundary } from '../../components/frame/error-boundary'
import { Frame } from '../../components/frame/frame'
import { Screen } from '../../components/screen/screen'
import { openRoute } from '../../platform/navigate/navigate'
import { routes } from '../../platform/navigate/routes'
import { reportBug } from '../../platform/start/report'
import { GO_HOME } from '../../text/page'
import { brokenPage } from '../../text/failed-page'
import { useDisplay } from '../display/display-provider'
import { Button } from '../../components/controls/button'
import { subdistrictNow } from '../../api/subdistrict'

/** A page as the app mounts it: a bug in it becomes a sentence and two ways on. */
export function asPage(Content: ComponentType): ComponentType {
  return function PageWithBoundary() {
    return (
      <ErrorBoundary fallback={(again) => <BrokenPage onAgain={again} />} onCaught={reportBug}>
        <Content />
      </ErrorBoundary>
    )
  }
}

function BrokenPage({ onAgain }: { readonly onAgain: () => void }) {
  const { edition, textScale, theme } = useDisplay()
  return (
    <Frame elder={edition === 'elder'} theme={theme} textScale={textScale}>
      <Screen
        state={{ kind: 'troubled', trouble: { ...brokenPage(subdistrictNow()), onRetry: onAgain } }}
        theme={theme}
      >
        {() => null}
      </Screen>
      <Button icon="house" onTap={() => openRoute(routes.home)}>
        {GO_HOME}
      </Button>
    </Frame>
  )
}
