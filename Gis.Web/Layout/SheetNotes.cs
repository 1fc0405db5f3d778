using Gis.Core.Network;
using Gis.Data.Export;

namespace Gis.Web.Layout;

/// <summary>What the notes of every workbook say alike.</summary>
internal static class SheetNotes
{
    internal static Sheet AppendReceipt(this Sheet notes, Receipt receipt, Language language) => notes
        .Append(language["凭据:问题", "Receipt: question"], receipt.Question)
        .Append(language["凭据:数据版本", "Receipt: data"], receipt.Data)
        .Append(language["凭据:时间算法", "Receipt: travel times"], receipt.Travel)
        .Append(language["凭据:程序版本", "Receipt: program"], receipt.Program);

    internal static Sheet AppendDataNotice(this Sheet notes, ServiceNetwork? network, Language language, AreaCode? area = null) => notes.Append(
        language["数据提示", "Data notice"],
        DataNotice.Head(language) + language["", " "] + (network is null ? DataNotice.What(language) : new DataNotice(network, area).Text(language)));
}
