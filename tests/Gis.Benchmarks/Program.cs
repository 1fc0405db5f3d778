using Gis.Benchmarks;

// Which to run: names after `--`; all without.
if (args is [] || args.Contains("coverage"))
    CoverageBenchmarks.Run();
if (args is [] || args.Contains("whatif"))
    WhatIfBenchmarks.Run();
if (args is [] || args.Contains("pages"))
    await PageBenchmarks.Run();
