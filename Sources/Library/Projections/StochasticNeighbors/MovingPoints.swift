/// The moving points: their positions, speeds and step sizes.
struct MovingPoints {
  private(set) var points: [SIMD2<Float>]
  private var speeds: [SIMD2<Float>]
  private var gains: [SIMD2<Float>]

  init(start: [SIMD2<Float>]) {
    points = start
    speeds = [SIMD2<Float>](repeating: SIMD2(0, 0), count: start.count)
    gains = [SIMD2<Float>](repeating: SIMD2(1, 1), count: start.count)
  }

  /// Moves the points against a gradient, with momentum and a gain for each coordinate that grows
  /// as long as the coordinate keeps its direction.
  mutating func move(along gradient: [SIMD2<Float>], rate: Float, momentum: Float) {
    var mean = SIMD2<Double>(0, 0)
    for index in points.indices {
      let turned = (gradient[index] * speeds[index]) .> SIMD2<Float>(0, 0)
      let grown = gains[index] + 0.2
      gains[index] = grown.replacing(with: gains[index] * 0.8, where: turned)
      gains[index] = pointwiseMax(gains[index], SIMD2(0.01, 0.01))
      speeds[index] = speeds[index] * momentum - gradient[index] * gains[index] * rate
      // The length of a step is limited; otherwise a crowd at the start would be scattered.
      let length = (speeds[index].x * speeds[index].x + speeds[index].y * speeds[index].y)
        .squareRoot()
      if length > 5 { speeds[index] *= 5 / length }
      points[index] += speeds[index]
      mean += SIMD2<Double>(points[index])
    }
    mean /= Double(points.count)
    let shift = SIMD2<Float>(Float(mean.x), Float(mean.y))
    for index in points.indices { points[index] -= shift }
  }
}
