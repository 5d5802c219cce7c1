/// The bytes with a meaning in text tables.
///
/// Loops over all bytes of a large file use literals instead, since outside of this module each of
/// these is a call.
package enum Byte {
  package static let tab: UInt8 = 0x09
  package static let newline: UInt8 = 0x0a
  package static let carriageReturn: UInt8 = 0x0d
  package static let blank: UInt8 = 0x20
  package static let quote: UInt8 = 0x22
  package static let hash: UInt8 = 0x23
  package static let percent: UInt8 = 0x25
  package static let plus: UInt8 = 0x2b
  package static let comma: UInt8 = 0x2c
  package static let minus: UInt8 = 0x2d
  package static let point: UInt8 = 0x2e
  package static let zero: UInt8 = 0x30
  package static let semicolon: UInt8 = 0x3b
  package static let bar: UInt8 = 0x7c
}
