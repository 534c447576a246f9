// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target is built the same way: Swift 6 mode, warnings are errors, and nothing is
/// re-exported by accident.
let houseRules: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A pure module handles no pointers either.
let pureRules: [SwiftSetting] = houseRules + [.strictMemorySafety()]

let package = Package(
  name: "socboard",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    // Pure: values in, values out. None of these may import Foundation, Glibc or curses.
    .target(name: "JSON", swiftSettings: pureRules),
    .target(name: "Domain", dependencies: ["JSON"], swiftSettings: pureRules),
    .target(name: "Screen", swiftSettings: pureRules),
    .target(
      name: "Workspace", dependencies: ["Domain", "JSON", "Screen"], swiftSettings: pureRules),

    // C: what Swift cannot say. No pkgConfig, whose flags SwiftPM prohibits with a warning.
    .target(name: "CSystem"),
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncursesw5-dev"])]),

    // The edges of the world.
    .target(
      name: "Terminal", dependencies: ["Screen", "CNcurses", "CSystem"],
      swiftSettings: houseRules),
    .target(name: "Exchange", dependencies: ["Domain", "JSON"], swiftSettings: houseRules),

    // Everything on disk.
    .target(
      name: "Store",
      dependencies: [
        "CSystem", "Domain", "JSON", .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: houseRules),

    // The only place that sees everything.
    .executableTarget(
      name: "socboard",
      dependencies: [
        "CSystem", "Domain", "Exchange", "JSON", "Screen", "Store", "Terminal", "Workspace",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: houseRules),

    // Tests mirror the modules; the last ones look at the house from outside.
    .target(
      name: "TestSupport", dependencies: ["Domain", "JSON", "Screen"],
      path: "Tests/TestSupport",
      swiftSettings: houseRules),
    .testTarget(
      name: "JSONTests", dependencies: ["JSON", "TestSupport"], swiftSettings: houseRules),
    .target(
      name: "Fuzzing", dependencies: ["Domain", "JSON"], path: "Tests/Fuzzing/Targets",
      swiftSettings: houseRules),
    .testTarget(
      name: "DomainTests", dependencies: ["Domain", "Fuzzing", "JSON", "TestSupport"],
      swiftSettings: houseRules),
    .testTarget(
      name: "ScreenTests", dependencies: ["Screen", "TestSupport"], swiftSettings: houseRules),
    .testTarget(
      name: "WorkspaceTests",
      dependencies: ["Domain", "JSON", "Screen", "TestSupport", "Workspace"],
      exclude: ["Goldens"],
      swiftSettings: houseRules),
    .executableTarget(
      name: "terminal-probe", dependencies: ["Terminal", "Screen", "TestSupport"],
      path: "Tests/TerminalProbe",
      swiftSettings: houseRules),
    .testTarget(
      name: "TerminalTests",
      dependencies: ["Terminal", "Screen", "CSystem", "TestSupport", "terminal-probe"],
      swiftSettings: houseRules),
    .executableTarget(
      name: "socboard-benchmarks",
      dependencies: ["Domain", "JSON", "Screen", "Store", "TestSupport", "Workspace"],
      path: "Tests/Benchmarks",
      exclude: ["empty_curses.c", "issues.py", "score.py"],
      swiftSettings: houseRules),
    .testTarget(
      name: "ExchangeTests", dependencies: ["Domain", "Exchange", "JSON", "TestSupport"],
      swiftSettings: houseRules),
    .executableTarget(
      name: "store-hammer", dependencies: ["Domain", "JSON", "Store"],
      path: "Tests/StoreHammer",
      swiftSettings: houseRules),
    .testTarget(
      name: "StoreTests", dependencies: ["Domain", "JSON", "Store", "TestSupport", "store-hammer"],
      swiftSettings: houseRules),
    .testTarget(
      name: "CommandTests", dependencies: ["Domain", "TestSupport", "socboard"],
      swiftSettings: houseRules),
    .testTarget(
      name: "EndToEndTests", dependencies: ["TestSupport", "socboard"],
      swiftSettings: houseRules),
    .testTarget(
      name: "HouseTests", dependencies: ["Domain", "JSON", "TestSupport"],
      swiftSettings: houseRules),
  ]
)
