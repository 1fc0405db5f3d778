using Gis.Core.Network;

namespace Gis.Data.Import.Ledger;

/// <summary>Makes of a row the record that is to be. What is not said in the row stays as it is.</summary>
internal interface IRecordReader
{
    /// <summary>The record before and after; null where the row cannot be read as one, and then its remedies say why.</summary>
    RecordChange? Read(RowCells cells);
}
