using Gis.Benchmarks;
using Gis.Benchmarks.Nation;

if (args is [ImportBenchmarks.ReadWord or ImportBenchmarks.ImportWord, var file])
{
    ImportBenchmarks.RunAsChild(args[0], file);
    return;
}

if (args is [SitingBenchmarks.MillionWord])
{
    SitingBenchmarks.RunAsChild();
    return;
}

if (args is [ListBenchmarks.Word, var list])
{
    ListBenchmarks.RunAsChild(list);
    return;
}

// Which to run: names after `--`; all without.
if (args is [] || args.Contains("coverage"))
    CoverageBenchmarks.Run();
if (args is [] || args.Contains("measures"))
    MeasuresBenchmarks.Run();
if (args is [] || args.Contains("whatif"))
    WhatIfBenchmarks.Run();
if (args is [] || args.Contains("pages"))
    await PageBenchmarks.Run();
if (args is [] || args.Contains("finder"))
    await FinderBenchmarks.Run();
if (args is [] || args.Contains("roads"))
    RoadBenchmarks.Run();
if (args is [] || args.Contains("import"))
    ImportBenchmarks.Run();
if (args is [] || args.Contains("order"))
    OrderBenchmarks.Run();
if (args is [] || args.Contains("siting"))
    SitingBenchmarks.Run();
if (args is [] || args.Contains("store"))
    await StoreBenchmarks.Run();
if (args is [] || args.Contains("lists"))
    ListBenchmarks.Run();
if (args is [] || args.Contains("inspections"))
    InspectionBenchmarks.Run();
if (args is [] || args.Contains("pairing"))
    PairingBenchmarks.Run();
if (args is [] || args.Contains("month"))
    MonthBenchmarks.Run();
if (args is [] || args.Contains("search"))
    SearchBenchmarks.Run();
// It takes some minutes and some gigabytes, and so is asked for by name.
if (args.Contains("nation"))
    await NationBenchmarks.Run(args.SkipWhile(each => each != "nation").Skip(1).FirstOrDefault());
