import { Button } from '../controls/button'
import { Heading, View } from '../elements/elements'
import { useClosedByBack } from '../frame/back-catcher'
import type { BottomSheetProps } from './bottom-sheet-props'
import './bottom-sheet.scss'

/** Over the page, at the thumb; a tap beside it and Back close it. WeChat's reader is told that it appeared. */
export function BottomSheet({ title, close, onClose, act, children }: BottomSheetProps) {
  useClosedByBack(onClose)
  return (
    <View className="bottom-sheet-room">
      <View className="bottom-sheet-room__beside" ariaRole="button" ariaLabel={close} onClick={onClose} />
      <View className="bottom-sheet" ariaRole="alert">
        <View className="bottom-sheet__content">
          <Heading level={2} className="section">
            {title}
          </Heading>
          {children}
        </View>
        <View className="bottom-sheet__buttons">
          <Button look="primary" onTap={onClose}>
            {close}
          </Button>
          {act}
        </View>
      </View>
    </View>
  )
}
