internal import SystemLibrary

/// The χ² distribution, as far as tests of frequencies need it.
package enum ChiSquared {
  /// The probability that a χ² variable exceeds a value: the regularized upper incomplete gamma
  /// function *Q*(*k*/2, *x*/2), by its series below the mean and its continued fraction above.
  ///
  /// W. H. Press et al.: Numerical Recipes, section 6.2.
  ///
  /// - Parameters:
  ///   - value: A nonnegative number.
  ///   - degreesOfFreedom: *k*, at least 1.
  /// - Returns: The probability, with a relative error of about 10⁻¹² (10⁻¹⁰ above 1000 degrees of
  ///   freedom); 0 if it is below the smallest double.
  package static func survival(_ value: Double, degreesOfFreedom: Int) -> Double {
    precondition(degreesOfFreedom >= 1, "at least one degree of freedom")
    if value <= 0 { return 1 }
    let a = Double(degreesOfFreedom) / 2
    let x = value / 2
    let front = exp(a * log(x) - x - lgamma(a))
    return x < a + 1 ? 1 - front * lowerSeries(a, x) : front * upperFraction(a, x)
  }

  /// Σ xⁿ Γ(a) / Γ(a + 1 + n).
  private static func lowerSeries(_ a: Double, _ x: Double) -> Double {
    var term = 1 / a
    var sum = term
    var n = a
    repeat {
      n += 1
      term *= x / n
      sum += term
    } while term > sum * 1e-17
    return sum
  }

  /// The continued fraction of Γ(a, x) eˣ x⁻ᵃ, by Lentz's method.
  private static func upperFraction(_ a: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    var b = x + 1 - a
    var c = 1 / tiny
    var d = 1 / b
    var fraction = d
    var n = 1.0
    while true {
      let an = -n * (n - a)
      b += 2
      d = an * d + b
      d = 1 / (abs(d) < tiny ? tiny : d)
      c = b + an / c
      if abs(c) < tiny { c = tiny }
      fraction *= c * d
      if abs(c * d - 1) < 1e-15 { return fraction }
      n += 1
    }
  }
}
