using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gis.Data.Store.Migrations
{
    /// <inheritdoc />
    internal partial class Voice : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "voice",
                columns: table => new
                {
                    fid = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    point_id = table.Column<string>(type: "TEXT", nullable: true),
                    bureau_code = table.Column<string>(type: "TEXT", nullable: false),
                    about = table.Column<string>(type: "TEXT", nullable: true),
                    words = table.Column<string>(type: "TEXT", nullable: false),
                    attitude = table.Column<int>(type: "INTEGER", nullable: true),
                    speed = table.Column<int>(type: "INTEGER", nullable: true),
                    knowledge = table.Column<int>(type: "INTEGER", nullable: true),
                    received_on = table.Column<DateOnly>(type: "DATE", nullable: false),
                    due_on = table.Column<DateOnly>(type: "DATE", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    is_held = table.Column<bool>(type: "INTEGER", nullable: false),
                    handler_id = table.Column<string>(type: "TEXT", nullable: true),
                    answer = table.Column<string>(type: "TEXT", nullable: false),
                    answered_on = table.Column<DateOnly>(type: "DATE", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "DATE", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: false),
                    changed_utc = table.Column<string>(type: "DATETIME", nullable: false),
                    city_code = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_voice", x => x.fid);
                    table.UniqueConstraint("AK_voice_number", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "voice_contact",
                columns: table => new
                {
                    fid = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    contact = table.Column<string>(type: "TEXT", nullable: false),
                    city_code = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_voice_contact", x => x.fid);
                    table.ForeignKey(
                        name: "FK_voice_contact_voice_number",
                        column: x => x.number,
                        principalTable: "voice",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_voice_bureau_code_state",
                table: "voice",
                columns: new[] { "bureau_code", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_voice_point_id",
                table: "voice",
                column: "point_id");

            migrationBuilder.CreateIndex(
                name: "IX_voice_contact_number",
                table: "voice_contact",
                column: "number",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "voice_contact");

            migrationBuilder.DropTable(
                name: "voice");
        }
    }
}
