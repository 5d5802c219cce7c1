/// Powers of ten, for the conversions in both directions.
enum PowersOfTen {
  /// The exponent of the first number of `scaled`.
  static let firstScaledExponent = -31

  /// 10^k for k from -31 to 46, each multiplied by the power of two that brings it into
  /// 2^63..<2^64, and rounded up.
  static let scaled: [UInt64] = [
    0x81ce_b32c_4b43_fcf5, 0xa242_5ff7_5e14_fc32, 0xcad2_f7f5_359a_3b3f, 0xfd87_b5f2_8300_ca0e,
    0x9e74_d1b7_91e0_7e49, 0xc612_0625_7658_9ddb, 0xf796_87ae_d3ee_c552, 0x9abe_14cd_4475_3b53,
    0xc16d_9a00_9592_8a28, 0xf1c9_0080_baf7_2cb2, 0x971d_a050_74da_7bef, 0xbce5_0864_9211_1aeb,
    0xec1e_4a7d_b695_61a6, 0x9392_ee8e_921d_5d08, 0xb877_aa32_36a4_b44a, 0xe695_94be_c44d_e15c,
    0x901d_7cf7_3ab0_acda, 0xb424_dc35_095c_d810, 0xe12e_1342_4bb4_0e14, 0x8cbc_cc09_6f50_88cc,
    0xafeb_ff0b_cb24_aaff, 0xdbe6_fece_bded_d5bf, 0x8970_5f41_36b4_a598, 0xabcc_7711_8461_cefd,
    0xd6bf_94d5_e57a_42bd, 0x8637_bd05_af6c_69b6, 0xa7c5_ac47_1b47_8424, 0xd1b7_1758_e219_652c,
    0x8312_6e97_8d4f_df3c, 0xa3d7_0a3d_70a3_d70b, 0xcccc_cccc_cccc_cccd, 0x8000_0000_0000_0000,
    0xa000_0000_0000_0000, 0xc800_0000_0000_0000, 0xfa00_0000_0000_0000, 0x9c40_0000_0000_0000,
    0xc350_0000_0000_0000, 0xf424_0000_0000_0000, 0x9896_8000_0000_0000, 0xbebc_2000_0000_0000,
    0xee6b_2800_0000_0000, 0x9502_f900_0000_0000, 0xba43_b740_0000_0000, 0xe8d4_a510_0000_0000,
    0x9184_e72a_0000_0000, 0xb5e6_20f4_8000_0000, 0xe35f_a931_a000_0000, 0x8e1b_c9bf_0400_0000,
    0xb1a2_bc2e_c500_0000, 0xde0b_6b3a_7640_0000, 0x8ac7_2304_89e8_0000, 0xad78_ebc5_ac62_0000,
    0xd8d7_26b7_177a_8000, 0x8786_7832_6eac_9000, 0xa968_163f_0a57_b400, 0xd3c2_1bce_cced_a100,
    0x8459_5161_4014_84a0, 0xa56f_a5b9_9019_a5c8, 0xcecb_8f27_f420_0f3a, 0x813f_3978_f894_0985,
    0xa18f_07d7_36b9_0be6, 0xc9f2_c9cd_0467_4edf, 0xfc6f_7c40_4581_2297, 0x9dc5_ada8_2b70_b59e,
    0xc537_1912_364c_e306, 0xf684_df56_c3e0_1bc7, 0x9a13_0b96_3a6c_115d, 0xc097_ce7b_c907_15b4,
    0xf0bd_c21a_bb48_db21, 0x9676_9950_b50d_88f5, 0xbc14_3fa4_e250_eb32, 0xeb19_4f8e_1ae5_25fe,
    0x92ef_d1b8_d0cf_37bf, 0xb7ab_c627_0503_05ae, 0xe596_b7b0_c643_c71a, 0x8f7e_32ce_7bea_5c70,
    0xb35d_bf82_1ae4_f38c, 0xe035_2f62_a19e_306f,
  ]

  /// 10^k for k from 0 to 8.
  static let integer: [UInt64] = [
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000,
  ]

  /// The exponent of the first number of `double`.
  static let firstDoubleExponent = -64

  /// 10^k for k from -64 to 64, to the nearest.
  static let double: [Double] = [
    1e-64, 1e-63, 1e-62, 1e-61, 1e-60, 1e-59, 1e-58, 1e-57, 1e-56, 1e-55,
    1e-54, 1e-53, 1e-52, 1e-51, 1e-50, 1e-49, 1e-48, 1e-47, 1e-46, 1e-45,
    1e-44, 1e-43, 1e-42, 1e-41, 1e-40, 1e-39, 1e-38, 1e-37, 1e-36, 1e-35,
    1e-34, 1e-33, 1e-32, 1e-31, 1e-30, 1e-29, 1e-28, 1e-27, 1e-26, 1e-25,
    1e-24, 1e-23, 1e-22, 1e-21, 1e-20, 1e-19, 1e-18, 1e-17, 1e-16, 1e-15,
    1e-14, 1e-13, 1e-12, 1e-11, 1e-10, 1e-9, 1e-8, 1e-7, 1e-6, 1e-5,
    1e-4, 1e-3, 1e-2, 1e-1, 1e0, 1e1, 1e2, 1e3, 1e4, 1e5,
    1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22, 1e23, 1e24, 1e25,
    1e26, 1e27, 1e28, 1e29, 1e30, 1e31, 1e32, 1e33, 1e34, 1e35,
    1e36, 1e37, 1e38, 1e39, 1e40, 1e41, 1e42, 1e43, 1e44, 1e45,
    1e46, 1e47, 1e48, 1e49, 1e50, 1e51, 1e52, 1e53, 1e54, 1e55,
    1e56, 1e57, 1e58, 1e59, 1e60, 1e61, 1e62, 1e63, 1e64,
  ]
}
