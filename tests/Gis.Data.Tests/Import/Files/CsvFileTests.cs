using System.Text;
using Gis.Data.Import.Files;

namespace Gis.Data.Tests.Import.Files;

public sealed class CsvFileTests : IDisposable
{
    private readonly SourceFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string, bool, string> Encodings => new()
    {
        { "utf-8", false, "UTF-8" }, { "utf-8", true, "UTF-8" }, { "utf-16", true, "UTF-16" }, { "utf-16", false, "UTF-16" }, { "utf-16BE", true, "UTF-16" }, { "utf-16BE", false, "UTF-16" }, { "GB18030", false, "GB18030" },
    };

    [Theory, MemberData(nameof(Encodings))]
    public void Every_encoding_met_in_China_is_found(string encoding, bool hasMark, string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var form = Encoding.GetEncoding(encoding);
        var table = Read([.. hasMark ? form.GetPreamble() : [], .. form.GetBytes("编码,名称\r\n1,立岗村𠮷\r\n")]);
        Assert.Equal(name, table.Encoding);
        Assert.Equal(["编码", "名称"], table.Columns.AsEnumerable());
        Assert.Equal(["2: 1|立岗村𠮷"], SourceFolder.Lines(table));
        Assert.Empty(table.Remarks);
    }

    [Theory, InlineData("a;b\n1,5;2,5\n", "2: 1,5|2,5"), InlineData("a\tb\n1,5\t2\n", "2: 1,5|2"), InlineData("a,b\n1;2,\"x;y;z\"\n", "2: 1;2|x;y;z"), InlineData("title\na;b\n1;2\n", "3: 1|2")]
    public void What_separates_cells_is_found_from_the_file(string text, string row) => Assert.Equal([row], SourceFolder.Lines(Read(text)));

    [Fact]
    public void Lines_are_counted_over_quoted_breaks_and_blank_lines() =>
        Assert.Equal(["2: x\ny|1", "4: |", "5: #z|2"], SourceFolder.Lines(Read("id,n\n\"x\ny\",1\n\n#z,2\n\n\n")));

    [Fact]
    public void A_row_with_more_cells_than_the_head_loses_none()
    {
        var table = Read("id,n\n1\n2,3,4\n");
        Assert.Equal(["id", "n", "(C)"], table.Columns.AsEnumerable());
        Assert.Equal(["2: 1||", "3: 2|3|4"], SourceFolder.Lines(table));
        Assert.Equal("Columns without a head are called by their letters: C.", Assert.Single(table.Remarks));
    }

    [Fact]
    public void A_letter_in_no_encoding_is_shown_and_said()
    {
        var table = Read([.. "名称,村数\n立岗村,"u8, 0xFF, .. "\n通义村,三\n"u8]);
        Assert.Equal(["2: 立岗村|\uFFFD", "3: 通义村|三"], SourceFolder.Lines(table));
        Assert.Equal("1 letters could not be read as UTF-8 and stand as \uFFFD; save the file as UTF-8 and bring it again.", Assert.Single(table.Remarks));
    }

    [Fact]
    public void Text_cut_off_within_a_letter_is_refused() =>
        Assert.Equal(SourceFault.Truncated, folder.Refusal("t.csv", "名称,n\n立岗村,通义村"u8.ToArray()[..^1]).Fault);

    [Theory, InlineData("a,\"b\nc,d\n", "line 1"), InlineData("a,b\n\"x\ny\",1\nc,\"d\"e\n", "line 4")]
    public void A_quote_that_is_not_closed_is_refused_with_its_line(string text, string where)
    {
        var refusal = folder.Refusal("t.csv", Encoding.UTF8.GetBytes(text));
        Assert.Equal(SourceFault.Damaged, refusal.Fault);
        Assert.Contains(where, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_is_told_every_few_thousand_rows_and_at_the_end()
    {
        var told = new List<long>();
        var path = folder.Put("t.csv", Encoding.UTF8.GetBytes("id,n\n" + string.Concat(Enumerable.Range(0, 24_999).Select(row => $"{row},x\n"))));
        SourceFile.Read(path, "t.csv", new Told(told.Add), CancellationToken.None);
        Assert.Equal([5_000, 10_000, 15_000, 20_000, 25_000, 25_000], told);
    }

    [Fact]
    public void A_reading_that_is_cancelled_ends_within_as_many_rows()
    {
        using var cancel = new CancellationTokenSource();
        var told = 0L;
        var path = folder.Put("t.csv", Encoding.UTF8.GetBytes("id,n\n" + string.Concat(Enumerable.Range(0, 50_000).Select(row => $"{row},x\n"))));
        Assert.Throws<OperationCanceledException>(() => SourceFile.Read(path, "t.csv", new Told(rows => { told = rows; cancel.Cancel(); }), cancel.Token));
        Assert.Equal(5_000, told);
    }

    private SourceTable Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private SourceTable Read(byte[] content) => Assert.Single(folder.Read("t.csv", content));

    private sealed class Told(Action<long> tell) : IProgress<long>
    {
        public void Report(long value) => tell(value);
    }
}
