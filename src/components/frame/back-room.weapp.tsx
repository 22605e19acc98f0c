import { PageContainer } from '@tarojs/components'
import { useCallback, useState, type ReactNode } from 'react'
import { BackCatching, type CatchBack } from './back-catcher'

/** What Back closes; null once nothing lies over the page any more. */
type Caught = { readonly close: (() => void) | null }

/**
 * WeChat hears Back (its gesture, Android's key, `navigateBack`; not the arrow of the bar) for one page-container a page.
 * Ours is empty and lies beside what it answers for: where WeChat knows no such thing (before base library 2.16.0, on
 * HarmonyOS), that is shown all the same. Once there it stays, hidden, because WeChat keeps waiting for one that is taken
 * away while it is shown.
 */
export function BackRoom({ children }: { readonly children: ReactNode }) {
  const [caught, setCaught] = useState<Caught | null>(null)
  const catchBack = useCallback<CatchBack>(
    (close) => setCaught((before) => (before === null && close === null ? null : { close })),
    [],
  )
  return (
    <BackCatching.Provider value={catchBack}>
      {children}
      {caught === null ? null : (
        <PageContainer
          show={caught.close !== null}
          overlay={false}
          duration={1}
          onBeforeLeave={() => caught.close?.()}
        />
      )}
    </BackCatching.Provider>
  )
}
