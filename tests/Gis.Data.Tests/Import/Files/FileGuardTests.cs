using System.IO.Compression;
using System.Text;
using Gis.Data.Import.Files;

namespace Gis.Data.Tests.Import.Files;

/// <summary>Files that are refused before anything is made of them, each in words that name what would be right.</summary>
public sealed class FileGuardTests : IDisposable
{
    private readonly SourceFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_file_that_is_not_there_is_refused() => Assert.Equal(
        SourceFault.Missing, Assert.Throws<SourceFileException>(() => folder.Read("nowhere.csv")).Fault);

    [Fact]
    public void A_sparse_file_of_two_gigabytes_is_refused_without_being_read()
    {
        using (var file = File.Create(folder.PathOf("great.csv")))
            file.SetLength(2L << 30);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var refusal = Assert.Throws<SourceFileException>(() => folder.Read("great.csv"));
        Assert.Equal(SourceFault.TooLarge, refusal.Fault);
        Assert.Contains("2147483648 bytes; should be one of at most 536870912 bytes", refusal.Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public void A_file_exactly_at_the_limit_is_read_and_one_byte_more_is_not()
    {
        var content = "id,n\n1,2\n"u8.ToArray();
        Assert.Single(folder.Read("t.csv", content, new SourceLimits { MostBytes = content.Length }));
        Assert.Equal(SourceFault.TooLarge, folder.Refusal("t.csv", content, new SourceLimits { MostBytes = content.Length - 1 }).Fault);
    }

    [Theory, InlineData(2, 2, 4, null), InlineData(1, 2, 4, SourceFault.TooLarge), InlineData(2, 1, 4, SourceFault.TooLarge), InlineData(2, 2, 3, SourceFault.TooLarge)]
    public void Rows_columns_and_cells_have_limits_too(int rows, int columns, int cells, SourceFault? fault)
    {
        var (content, limits) = ("id,n\n1,2\n"u8.ToArray(), new SourceLimits { MostRows = rows, MostColumns = columns, MostCells = cells });
        if (fault is null)
            Assert.Single(folder.Read("t.csv", content, limits));
        else
            Assert.Equal(fault, folder.Refusal("t.csv", content, limits).Fault);
    }

    public static TheoryData<string, byte[], SourceFault> Others => new()
    {
        { "empty", [], SourceFault.Empty },
        { "blanks", " \r\n\t\n"u8.ToArray(), SourceFault.Empty },
        { "separators", ",,\n,\n"u8.ToArray(), SourceFault.Empty },
        { "pdf", "%PDF-1.7 abc"u8.ToArray(), SourceFault.UnknownKind },
        { "bytes", [1, 2, 0, 3, 0, 0, 9, 9], SourceFault.UnknownKind },
        { "html", "<html><table><tr><td>1</td></tr></table></html>"u8.ToArray(), SourceFault.UnknownKind },
        { "html5", "<!DOCTYPE html><html></html>"u8.ToArray(), SourceFault.UnknownKind },
        { "xml", "<gpx></gpx>"u8.ToArray(), SourceFault.UnknownKind },
        { "xml2003", "<?xml version=\"1.0\"?><Workbook></Workbook>"u8.ToArray(), SourceFault.OldWorkbook },
        { "dtd", "<!DOCTYPE kml [<!ENTITY a \"b\">]><kml>&a;</kml>"u8.ToArray(), SourceFault.DocumentType },
        { "locked", Compound("EncryptedPackage"), SourceFault.Encrypted },
        { "xls", Compound("Workbook"), SourceFault.OldWorkbook },
        { "doc", Compound("WordDocument"), SourceFault.UnknownKind },
        { "zip", SourceFolder.Zip(("a.pdf", "x")), SourceFault.UnknownKind },
        { "nothing", SourceFolder.Zip(Array.Empty<(string, string)>()), SourceFault.Empty },
        { "nested", SourceFolder.Zip(("a.shp", "x"), ("b.zip", "PK")), SourceFault.NestedArchive },
        { "outside", SourceFolder.Zip(("../a.shp", "x")), SourceFault.UnsafeName },
        { "root", SourceFolder.Zip(("/etc/a.shp", "x")), SourceFault.UnsafeName },
        { "drive", SourceFolder.Zip(("C:\\a.shp", "x")), SourceFault.UnsafeName },
        { "twice", SourceFolder.Zip(("a.shp", "x"), ("A.shp", "y")), SourceFault.Damaged },
        { "ods", SourceFolder.Zip(("mimetype", "x"), ("content.xml", "y")), SourceFault.UnknownKind },
        { "docx", SourceFolder.Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "y")), SourceFault.UnknownKind },
        { "xlsb", SourceFolder.Zip(("[Content_Types].xml", "<Types/>"), ("xl/workbook.bin", "y")), SourceFault.OldWorkbook },
    };

    [Theory, MemberData(nameof(Others))]
    public void What_is_no_table_is_refused_for_what_it_is(string name, byte[] content, SourceFault fault) => Assert.Equal(fault, folder.Refusal(name, content).Fault);

    [Fact]
    public void A_workbook_with_macros_is_refused_by_their_part_or_its_type()
    {
        var sound = new RawWorkbook().Add("a", "<row><c><v>1</v></c></row>");
        Assert.Single(folder.Read("a.xlsx", sound.ToBytes()));
        Assert.Equal(SourceFault.ActiveContent, folder.Refusal("a.xlsx", SourceFolder.Zip([.. sound.ToParts(), ("xl/vbaProject.bin", "x")])).Fault);
        var declared = new RawWorkbook { MainType = "application/vnd.ms-excel.sheet.macroEnabled.main+xml" }.Add("a", "<row><c><v>1</v></c></row>");
        Assert.Equal(SourceFault.ActiveContent, folder.Refusal("a.xlsx", declared.ToBytes()).Fault);
    }

    [Theory, InlineData("xl/workbook.xml"), InlineData("xl/sharedStrings.xml"), InlineData("xl/styles.xml"), InlineData("xl/worksheets/sheet0.xml"), InlineData("_rels/.rels"), InlineData("[Content_Types].xml")]
    public void No_part_of_a_workbook_may_declare_entities(string part)
    {
        var parts = new RawWorkbook().Add("a", "<row><c><v>1</v></c></row>").ToParts();
        var grown = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>";
        Assert.Equal(SourceFault.DocumentType, folder.Refusal("a.xlsx", SourceFolder.Zip([.. parts.Select(each => each.Name == part ? (part, grown + each.Text) : each)])).Fault);
    }

    [Fact]
    public void Elements_within_elements_without_end_are_refused()
    {
        var deep = $"<worksheet><sheetData>{string.Concat(Enumerable.Repeat("<a>", 10_000))}";
        var parts = new RawWorkbook().Add("a", "").ToParts().Select(part => part.Name.Contains("sheet0", StringComparison.Ordinal) ? (part.Name, deep) : part);
        Assert.Equal(SourceFault.TooDeep, folder.Refusal("a.xlsx", SourceFolder.Zip([.. parts])).Fault);
    }

    [Fact]
    public void A_bomb_is_refused_by_what_it_declares()
    {
        var bomb = SourceFolder.Zip(("a.shp", new byte[32 << 20]));
        Assert.InRange(bomb.Length, 0, 100_000);
        Assert.Equal(SourceFault.ZipBomb, folder.Refusal("a.zip", bomb).Fault);
        Assert.Equal(SourceFault.ZipBomb, folder.Refusal("a.zip", bomb, new SourceLimits { MostUnpackedBytes = (32 << 20) - 1, MostRatio = int.MaxValue }).Fault);
    }

    [Fact]
    public void A_bomb_that_declares_little_is_refused_while_it_unpacks()
    {
        var book = new RawWorkbook().Add("a", "<row><c><v>1</v></c></row>" + new string(' ', 64 << 20));
        var bomb = book.ToBytes();
        // The size unpacked stands 24 bytes into the directory's header of the part, which the name follows at 46.
        var header = bomb.AsSpan().LastIndexOf("xl/worksheets/sheet0.xml"u8) - 46;
        BitConverter.TryWriteBytes(bomb.AsSpan(header + 24), 1_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(SourceFault.ZipBomb, folder.Refusal("a.xlsx", bomb).Fault);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
    }

    [Fact]
    public void Parts_that_lie_over_each_other_are_refused()
    {
        var zip = SourceFolder.Zip(("a.shp", "one piece of data"), ("b.shp", "one piece of data"));
        var header = zip.AsSpan().LastIndexOf("b.shp"u8) - 46;
        BitConverter.TryWriteBytes(zip.AsSpan(header + 42), 0);
        Assert.Equal(SourceFault.ZipBomb, folder.Refusal("a.zip", zip).Fault);
    }

    [Theory, InlineData(3, null), InlineData(2, SourceFault.ZipBomb)]
    public void A_zip_of_too_many_files_is_refused(int most, SourceFault? fault)
    {
        var refusal = folder.Refusal("a.zip", SourceFolder.Zip(("a", "x"), ("b", "y"), ("c", "z")), new SourceLimits { MostParts = most });
        Assert.Equal(fault ?? SourceFault.UnknownKind, refusal.Fault);
    }

    [Fact]
    public void A_zip_cut_anywhere_is_refused()
    {
        var whole = new RawWorkbook().Add("a", "<row><c><v>1</v></c></row>").ToBytes();
        for (var length = 4; length < whole.Length; length += 7)
            Assert.Equal(SourceFault.Truncated, folder.Refusal("a.xlsx", whole[..length]).Fault);
    }

    [Fact]
    public void A_zip_that_asks_for_a_password_is_refused()
    {
        var zip = SourceFolder.Zip(("a.shp", "x"));
        zip[zip.AsSpan().LastIndexOf("a.shp"u8) - 46 + 8] |= 1;
        Assert.Equal(SourceFault.Encrypted, folder.Refusal("a.zip", zip).Fault);
    }

    [Fact]
    public void A_part_with_one_wrong_bit_is_refused()
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in new RawWorkbook().Add("a", "<row><c><v>1234</v></c></row>").ToParts())
            {
                using var part = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        var content = memory.ToArray();
        content[content.AsSpan().IndexOf("1234"u8)] ^= 1;
        Assert.Contains("check sum", folder.Refusal("a.xlsx", content).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_under_another_name_is_read_for_what_it_is_and_that_is_said()
    {
        var table = Assert.Single(folder.Read("list.csv", new RawWorkbook().Add("a", "<row><c><v>1</v></c></row>").ToBytes()));
        Assert.Equal("The name ends in .csv, but the file is a workbook (.xlsx); it was read as what it is.", table.Remarks[0]);
        Assert.StartsWith("The name ends in .xlsx, but the file is separated text", folder.Read("list.xlsx", "a,b\n1,2\n")[0].Remarks[0], StringComparison.Ordinal);
    }

    // A compound file of Office: its mark, and an entry of its directory at a multiple of 128 bytes.
    private static byte[] Compound(string entry)
    {
        var file = new byte[2048];
        ((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(file);
        Encoding.Unicode.GetBytes(entry).CopyTo(file, 1024 + 128);
        return file;
    }
}
