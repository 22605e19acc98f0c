import type { ReactNode } from 'react'
import { Heading, View } from '../../components/elements/elements'

/** One component in one state, under its name. */
export function Specimen({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <View className="specimen">
      <Heading level={3} className="specimen__name">
        {name}
      </Heading>
      {children}
    </View>
  )
}

export function Section({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <Heading level={2} className="section">
        {name}
      </Heading>
      {children}
    </>
  )
}
