import { useEffect } from 'react'

/** Where the app went during a test, newest last. */
export const visited: { readonly by: string; readonly url: string }[] = []

const goes =
  (by: string) =>
  ({ url }: { url: string }): Promise<void> => {
    visited.push({ by, url })
    return Promise.resolve()
  }

/** The part of Taro that the browser's edition of src/platform uses. */
const Taro = {
  getCurrentPages: (): unknown[] => [],
  getCurrentInstance: (): { page: { path: string } | null } => ({ page: null }),
  getLaunchOptionsSync: () => ({ scene: 1001 }),
  navigateTo: goes('navigateTo'),
  redirectTo: goes('redirectTo'),
  switchTab: goes('switchTab'),
  navigateBack: () => goes('navigateBack')({ url: '' }),
  setNavigationBarTitle: () => Promise.resolve(),
  useRouter: (): { params: Record<string, string> } => ({ params: {} }),
  useDidShow: (act: () => void) => useEffect(act, []),
  useDidHide: (_act: () => void) => undefined,
  useShareAppMessage: (_card: () => unknown) => undefined,
  useShareTimeline: (_card: () => unknown) => undefined,
}

export default Taro
