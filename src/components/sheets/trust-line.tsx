import { View } from '../elements/elements'
import './trust-line.scss'

/** Who runs this, and what it never asks for. */
export function TrustLine({ text }: { readonly text: string }) {
  return <View className="trust-line">{text}</View>
}
