import type { ReactNode } from 'react'
import { View } from '../../components/elements/elements'
import { StreetFacade } from './home-hero'

/** What stands while the first answer is on its way, where it stays: nothing larger comes after it. */
export const firstPicture = (): ReactNode => (
  <View className="columns columns--halves">
    <View className="columns__first">
      <StreetFacade />
    </View>
  </View>
)
