/// The normal distribution with mean 0 and standard deviation 1, in arithmetic that every machine
/// rounds identically.
enum NormalDistribution {
  /// The number below which a normally distributed variable lies with a given probability.
  ///
  /// Michael J. Wichura: Algorithm AS 241: The Percentage Points of the Normal Distribution,
  /// Applied Statistics 37 (1988); the relative error is about 10⁻¹⁶.
  ///
  /// - Parameter probability: More than 0 and less than 1.
  /// - Returns: The number.
  static func quantile(_ probability: Double) -> Double {
    let distance = probability - 0.5
    if abs(distance) <= 0.425 {
      let r = 0.180625 - distance * distance
      return distance * center.value(at: r)
    }
    let tail = distance < 0 ? probability : 1 - probability
    let r = (-logarithm(tail)).squareRoot()
    let quantile = r <= 5 ? nearTail.value(at: r - 1.6) : farTail.value(at: r - 5)
    return distance < 0 ? -quantile : quantile
  }

  /// The natural logarithm, by the series of 2 artanh((*m* − 1) / (*m* + 1)) for a significand *m*
  /// between √½ and √2.
  ///
  /// - Parameter x: A positive, normal number.
  /// - Returns: Its logarithm.
  static func logarithm(_ x: Double) -> Double {
    let bits = x.bitPattern
    var exponent = Double(Int(bits >> 52) - 1023)
    var significand = Double(bitPattern: bits & 0xf_ffff_ffff_ffff | 0x3ff0_0000_0000_0000)
    if significand > 1.4142135623730951 {
      (significand, exponent) = (significand / 2, exponent + 1)
    }
    let z = (significand - 1) / (significand + 1)
    let r = z * z
    var series: Double = (1 / 23 * r + 1 / 21) * r + 1 / 19
    series = ((series * r + 1 / 17) * r + 1 / 15) * r + 1 / 13
    series = ((series * r + 1 / 11) * r + 1 / 9) * r + 1 / 7
    series = ((series * r + 1 / 5) * r + 1 / 3) * r + 1
    return exponent * 0.69314718055994530942 + 2 * z * series
  }

  private static let center = Rational(
    (
      3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3,
      1.3731693765509461125e4, 4.5921953931549871457e4, 6.7265770927008700853e4,
      3.3430575583588128105e4, 2.5090809287301226727e3
    ),
    (
      4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
      2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4,
      5.2264952788528545610e3
    ))

  private static let nearTail = Rational(
    (
      1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0,
      3.64784832476320460504e0, 1.27045825245236838258e0, 2.41780725177450611770e-1,
      2.27238449892691845833e-2, 7.74545014278341407640e-4
    ),
    (
      2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
      1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4,
      1.05075007164441684324e-9
    ))

  private static let farTail = Rational(
    (
      6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0,
      2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
      2.71155556874348757815e-5, 2.01033439929228813265e-7
    ),
    (
      5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
      7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7,
      2.04426310338993978564e-15
    ))
}

/// A quotient of polynomials of degree 7; the denominator's constant is 1.
private struct Rational: Sendable {
  typealias Seven = (Double, Double, Double, Double, Double, Double, Double)
  typealias Eight = (Double, Double, Double, Double, Double, Double, Double, Double)

  let a: Eight
  let b: Seven

  init(_ numerator: Eight, _ denominator: Seven) {
    a = numerator
    b = denominator
  }

  @inline(__always)
  func value(at r: Double) -> Double {
    let upper = ((a.7 * r + a.6) * r + a.5) * r + a.4
    let lower = ((b.6 * r + b.5) * r + b.4) * r + b.3
    return ((((upper * r + a.3) * r + a.2) * r + a.1) * r + a.0)
      / ((((lower * r + b.2) * r + b.1) * r + b.0) * r + 1)
  }
}
