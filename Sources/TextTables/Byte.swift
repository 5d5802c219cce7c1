/// The bytes that mean something in a text table.
package enum Byte {
  @inlinable package static var tab: UInt8 { 0x09 }
  @inlinable package static var newline: UInt8 { 0x0a }
  @inlinable package static var carriageReturn: UInt8 { 0x0d }
  @inlinable package static var blank: UInt8 { 0x20 }
  @inlinable package static var quote: UInt8 { 0x22 }
  @inlinable package static var hash: UInt8 { 0x23 }
  @inlinable package static var percent: UInt8 { 0x25 }
  @inlinable package static var plus: UInt8 { 0x2b }
  @inlinable package static var comma: UInt8 { 0x2c }
  @inlinable package static var minus: UInt8 { 0x2d }
  @inlinable package static var point: UInt8 { 0x2e }
  @inlinable package static var zero: UInt8 { 0x30 }
  @inlinable package static var semicolon: UInt8 { 0x3b }
}
